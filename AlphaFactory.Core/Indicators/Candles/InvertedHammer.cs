using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Inverted hammer.</summary>
[Indicator("inverted_hammer", "Inverted hammer", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "short body, upper shadow > body, very short lower shadow, body gap down",
    Says = "A long upper shadow on a body that gapped down: a first try of buyers after a fall. The fall is not checked.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class InvertedHammer : Indicator<InvertedHammerParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_INVERTEDHAMMER", "Inverted hammer", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, InvertedHammerParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var body = new Trailing<UsualBody>(candles, start);
        var tiny = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double size = candles.Body(i);
            bool isInverted = (size < body.Threshold) & (candles.UpperShadow(i) > size) & (candles.LowerShadow(i) < tiny.Threshold) & candles.GapsDown(i);
            result[i] = isInverted ? 100 : 0;
            body.Leave(candles, i);
            tiny.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record InvertedHammerParameters() : CandleParameters(11);
