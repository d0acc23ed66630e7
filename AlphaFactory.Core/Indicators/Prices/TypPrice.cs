using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Prices;

/// <summary>Typical price.</summary>
[Indicator("typprice", "Typical price", IndicatorGroup.Price, Inputs = PriceFields.HighLowClose, Place = ChartPlace.Overlay,
    Formula = "(high + low + close) / 3",
    Says = "One price for the whole bar.",
    Source = "Achelis, Technical Analysis from A to Z")]
public sealed class TypPrice : Indicator<NoParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("typprice", "Typical price", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PriceReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> high = bars.High, low = bars.Low, close = bars.Close;
        var result = outputs[0];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (high[i] + low[i] + close[i]) / 3;
        }
    }
}
