using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Harami cross.</summary>
[Indicator("harami_cross", "Harami cross", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "long body, then a doji inside it: 100, an end equal: 80; sign against the first bar",
    Says = "A doji inside a long body: a stronger form of the harami. 80 when an end is equal.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class HaramiCross : Indicator<HaramiCrossParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_HARAMICROSS", "Harami cross", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HaramiCrossParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var longBody = new Trailing<UsualBody>(candles, start - 1);
        var doji = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double top = candles.Top(i), topBefore = candles.Top(i - 1), bottom = candles.Bottom(i), bottomBefore = candles.Bottom(i - 1);
            bool isInside = (top < topBefore) & (bottom > bottomBefore);
            bool isPair = (candles.Body(i - 1) > longBody.Threshold) & (candles.Body(i) <= doji.Threshold) & (top <= topBefore) & (bottom >= bottomBefore);
            result[i] = isPair ? -candles.Colour(i - 1) * (isInside ? 100 : 80) : 0;
            longBody.Leave(candles, i - 1);
            doji.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HaramiCrossParameters() : CandleParameters(11);
