using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Derived;

/// <summary>Distance of price from its simple average.</summary>
[Indicator("price_to_sma", "Price to SMA", IndicatorGroup.Derived, Levels = [0], Usual = ["price_to_sma_20", "price_to_sma_50", "price_to_sma_200"],
    Formula = "close / SMA(n) - 1",
    Says = "How far price stands above or below its average, as a fraction: 0.05 is 5% above.",
    Source = "ratio of the close to its simple average")]
public sealed class PriceToSma : Indicator<PriceToSmaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("price_to_sma_{period}", "Price to SMA", OutputUnit.Fraction)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(PriceToSmaParameters parameters) => [MovingAverage.Column(AverageKind.Sma, parameters.Period)];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, PriceToSmaParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> average = bars.Source(0), close = bars.Close;
        var result = outputs[0];
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = average[i] == 0 ? double.NaN : (close[i] / average[i]) - 1;
        }
    }
}

/// <summary>Parameters of <see cref="PriceToSma"/>.</summary>
public sealed record PriceToSmaParameters() : PeriodParameters(20);
