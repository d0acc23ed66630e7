using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Balance of power: where in its range the bar moved.</summary>
[Indicator("bop", "Balance of power", IndicatorGroup.Momentum, Inputs = PriceFields.Prices, Levels = [0],
    Formula = "(close - open) / (high - low); 0 when high is low",
    Says = "1 when buyers took the whole bar from low to high, -1 when sellers did.",
    Source = "Livshin, Balance of Power, Stocks and Commodities 19 (2001)")]
public sealed class Bop : Indicator<NoParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("bop", "BOP", OutputUnit.Ratio)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> open = bars.Open, high = bars.High, low = bars.Low, close = bars.Close;
        var result = outputs[0];
        for (int i = 0; i < result.Length; i++)
        {
            double range = high[i] - low[i];
            result[i] = range < Zero ? 0 : (close[i] - open[i]) / range;
        }
    }
}
