using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Piercing line.</summary>
[Indicator("piercing", "Piercing line", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "long black, then long white: open below its low, close above its middle and below its open",
    Says = "A long white bar that opens below the low of a long black one and closes above its middle: bullish.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Piercing : Indicator<PiercingParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_PIERCING", "Piercing line", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, PiercingParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var bodyBefore = new Trailing<UsualBody>(candles, start - 1);
        var body = new Trailing<UsualBody>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double closeBefore = candles.Close(i - 1), sizeBefore = candles.Body(i - 1);
            bool pierces = candles.IsBlack(i - 1) & (sizeBefore > bodyBefore.Threshold) & candles.IsWhite(i) & (candles.Body(i) > body.Threshold)
                & (candles.Open(i) < candles.Low(i - 1)) & (candles.Close(i) < candles.Open(i - 1)) & (candles.Close(i) > closeBefore + (sizeBefore * 0.5));
            result[i] = pierces ? 100 : 0;
            bodyBefore.Leave(candles, i - 1);
            body.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record PiercingParameters() : CandleParameters(11);
