using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Three black crows.</summary>
[Indicator("three_black_crows", "Three black crows", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "white, then three black with very short lower shadows, each opening inside the body before, closes falling, the first below the high of the white bar",
    Says = "Three black bars with falling closes after a white one, each opening in the body before: steady selling.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class ThreeBlackCrows : Indicator<ThreeBlackCrowsParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_3BLACKCROWS", "Three black crows", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, ThreeBlackCrowsParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var tiny2 = new Trailing<TenthOfRange>(candles, start - 2);
        var tiny1 = new Trailing<TenthOfRange>(candles, start - 1);
        var tiny0 = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            bool crows = candles.IsWhite(i - 3) & candles.IsBlack(i - 2) & candles.IsBlack(i - 1) & candles.IsBlack(i)
                & (candles.LowerShadow(i - 2) < tiny2.Threshold) & (candles.LowerShadow(i - 1) < tiny1.Threshold) & (candles.LowerShadow(i) < tiny0.Threshold)
                & (candles.Open(i - 1) < candles.Open(i - 2)) & (candles.Open(i - 1) > candles.Close(i - 2))
                & (candles.Open(i) < candles.Open(i - 1)) & (candles.Open(i) > candles.Close(i - 1))
                & (candles.High(i - 3) > candles.Close(i - 2)) & (candles.Close(i - 2) > candles.Close(i - 1)) & (candles.Close(i - 1) > candles.Close(i));
            result[i] = crows ? -100 : 0;
            tiny2.Leave(candles, i - 2);
            tiny1.Leave(candles, i - 1);
            tiny0.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record ThreeBlackCrowsParameters() : CandleParameters(13);
