using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Marubozu.</summary>
[Indicator("marubozu", "Marubozu", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "long body, both shadows very short; sign of the colour",
    Says = "A long body with next to no shadows: one side had the whole bar.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Marubozu : Indicator<MarubozuParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_MARUBOZU", "Marubozu", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MarubozuParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var body = new Trailing<UsualBody>(candles, start);
        var tiny = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            bool isBare = (candles.Body(i) > body.Threshold) & (candles.UpperShadow(i) < tiny.Threshold) & (candles.LowerShadow(i) < tiny.Threshold);
            result[i] = isBare ? candles.Colour(i) * 100 : 0;
            body.Leave(candles, i);
            tiny.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record MarubozuParameters() : CandleParameters(10);
