using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Prices;

/// <summary>Average price.</summary>
[Indicator("avgprice", "Average price", IndicatorGroup.Price, Inputs = PriceFields.Prices, Place = ChartPlace.Overlay,
    Formula = "(high + low + close + open) / 4",
    Says = "The mean of the four prices of the bar.",
    Source = "TA-Lib, AVGPRICE")]
public sealed class AvgPrice : Indicator<NoParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("avgprice", "Average price", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PriceReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> open = bars.Open, high = bars.High, low = bars.Low, close = bars.Close;
        var result = outputs[0];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (high[i] + low[i] + close[i] + open[i]) / 4;
        }
    }
}
