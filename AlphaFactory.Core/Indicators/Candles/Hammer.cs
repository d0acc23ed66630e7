using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Hammer.</summary>
[Indicator("hammer", "Hammer", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "short body, lower shadow > body, very short upper shadow, body at or near the low of the bar before",
    Says = "A long lower shadow near the lows of the bar before: sellers pushed down and lost it. Bullish after a fall; the fall is not checked.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Hammer : Indicator<HammerParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_HAMMER", "Hammer", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HammerParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var body = new Trailing<UsualBody>(candles, start);
        var tiny = new Trailing<TenthOfRange>(candles, start);
        var near = new Trailing<NearDistance>(candles, start - 1);
        for (int i = start; i < result.Length; i++)
        {
            double size = candles.Body(i);
            bool isHammer = (size < body.Threshold) & (candles.LowerShadow(i) > size) & (candles.UpperShadow(i) < tiny.Threshold)
                & (candles.Bottom(i) <= candles.Low(i - 1) + near.Threshold);
            result[i] = isHammer ? 100 : 0;
            body.Leave(candles, i);
            tiny.Leave(candles, i);
            near.Leave(candles, i - 1);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HammerParameters() : CandleParameters(11);
