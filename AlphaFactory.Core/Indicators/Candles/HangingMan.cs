using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Hanging man.</summary>
[Indicator("hanging_man", "Hanging man", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "short body, lower shadow > body, very short upper shadow, body at or near the high of the bar before",
    Says = "The hammer shape near the highs of the bar before: the first crack in a rise. The rise is not checked.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class HangingMan : Indicator<HangingManParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_HANGINGMAN", "Hanging man", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HangingManParameters parameters, in OutputColumns outputs)
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
            bool isHanging = (size < body.Threshold) & (candles.LowerShadow(i) > size) & (candles.UpperShadow(i) < tiny.Threshold)
                & (candles.Bottom(i) >= candles.High(i - 1) - near.Threshold);
            result[i] = isHanging ? -100 : 0;
            body.Leave(candles, i);
            tiny.Leave(candles, i);
            near.Leave(candles, i - 1);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HangingManParameters() : CandleParameters(11);
