using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Three white soldiers.</summary>
[Indicator("three_white_soldiers", "Three white soldiers", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "three white, very short upper shadows, rising closes and opens, opens at most near above the close before, no body far shorter than the one before, the third not short",
    Says = "Three white bars with rising closes, each opening in or near the body before: steady buying.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class ThreeWhiteSoldiers : Indicator<ThreeWhiteSoldiersParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_3WHITESOLDIERS", "Three white soldiers", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, ThreeWhiteSoldiersParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var tiny2 = new Trailing<TenthOfRange>(candles, start - 2);
        var tiny1 = new Trailing<TenthOfRange>(candles, start - 1);
        var tiny0 = new Trailing<TenthOfRange>(candles, start);
        var near2 = new Trailing<NearDistance>(candles, start - 2);
        var near1 = new Trailing<NearDistance>(candles, start - 1);
        var far2 = new Trailing<FarDistance>(candles, start - 2);
        var far1 = new Trailing<FarDistance>(candles, start - 1);
        var body = new Trailing<UsualBody>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double body1 = candles.Body(i - 1), body0 = candles.Body(i);
            bool march = candles.IsWhite(i - 2) & candles.IsWhite(i - 1) & candles.IsWhite(i)
                & (candles.UpperShadow(i - 2) < tiny2.Threshold) & (candles.UpperShadow(i - 1) < tiny1.Threshold) & (candles.UpperShadow(i) < tiny0.Threshold)
                & (candles.Close(i) > candles.Close(i - 1)) & (candles.Close(i - 1) > candles.Close(i - 2))
                & (candles.Open(i - 1) > candles.Open(i - 2)) & (candles.Open(i - 1) <= candles.Close(i - 2) + near2.Threshold)
                & (candles.Open(i) > candles.Open(i - 1)) & (candles.Open(i) <= candles.Close(i - 1) + near1.Threshold)
                & (body1 > candles.Body(i - 2) - far2.Threshold) & (body0 > body1 - far1.Threshold) & (body0 > body.Threshold);
            result[i] = march ? 100 : 0;
            tiny2.Leave(candles, i - 2);
            tiny1.Leave(candles, i - 1);
            tiny0.Leave(candles, i);
            near2.Leave(candles, i - 2);
            near1.Leave(candles, i - 1);
            far2.Leave(candles, i - 2);
            far1.Leave(candles, i - 1);
            body.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record ThreeWhiteSoldiersParameters() : CandleParameters(12);
