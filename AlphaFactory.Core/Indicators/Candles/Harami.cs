using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Harami.</summary>
[Indicator("harami", "Harami", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "long body, then a short one inside it: 100, an end equal: 80; sign against the first bar",
    Says = "A small body inside the long one before it: the move has lost its breath. 80 when an end is equal.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Harami : Indicator<HaramiParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_HARAMI", "Harami", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HaramiParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var longBody = new Trailing<UsualBody>(candles, start - 1);
        var shortBody = new Trailing<UsualBody>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double top = candles.Top(i), topBefore = candles.Top(i - 1), bottom = candles.Bottom(i), bottomBefore = candles.Bottom(i - 1);
            bool isInside = (top < topBefore) & (bottom > bottomBefore);
            bool isPair = (candles.Body(i - 1) > longBody.Threshold) & (candles.Body(i) <= shortBody.Threshold) & (top <= topBefore) & (bottom >= bottomBefore);
            result[i] = isPair ? -candles.Colour(i - 1) * (isInside ? 100 : 80) : 0;
            longBody.Leave(candles, i - 1);
            shortBody.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HaramiParameters() : CandleParameters(11);
