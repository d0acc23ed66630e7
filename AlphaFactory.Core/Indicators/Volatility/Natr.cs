using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Average true range in per cent of the close.</summary>
[Indicator("natr", "Average true range, normalised", IndicatorGroup.Volatility, Inputs = PriceFields.HighLowClose,
    Formula = "100 ATR / close; 0 when close is 0",
    Says = "The ATR in per cent of price, so that symbols can be compared.",
    Source = "Forman, Cross-Market Evaluations with Normalized Average True Range, Stocks and Commodities 24 (2006)")]
public sealed class Natr : Indicator<NatrParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("natr_{period}", "NATR", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(NatrParameters parameters) => [$"atr_{parameters.Period}"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NatrParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> average = bars.Source(0), close = bars.Close;
        var result = outputs[0];
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = Math.Abs(close[i]) < Zero ? 0 : average[i] / close[i] * 100;
        }
    }
}

/// <summary>Parameters of <see cref="Natr"/>.</summary>
public sealed record NatrParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
