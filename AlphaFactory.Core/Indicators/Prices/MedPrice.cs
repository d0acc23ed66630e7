using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Prices;

/// <summary>Median price.</summary>
[Indicator("medprice", "Median price", IndicatorGroup.Price, Inputs = PriceFields.HighLow, Place = ChartPlace.Overlay,
    Formula = "(high + low) / 2",
    Says = "The middle of the bar.",
    Source = "Achelis, Technical Analysis from A to Z")]
public sealed class MedPrice : Indicator<NoParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("medprice", "Median price", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PriceReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> high = bars.High, low = bars.Low;
        var result = outputs[0];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (high[i] + low[i]) / 2;
        }
    }
}
