using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Shooting star.</summary>
[Indicator("shooting_star", "Shooting star", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "short body, upper shadow > body, very short lower shadow, body gap up",
    Says = "A long upper shadow on a body that gapped up: buyers pushed up and lost it. Bearish after a rise; the rise is not checked.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class ShootingStar : Indicator<ShootingStarParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_SHOOTINGSTAR", "Shooting star", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, ShootingStarParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var body = new Trailing<UsualBody>(candles, start);
        var tiny = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double size = candles.Body(i);
            bool isStar = (size < body.Threshold) & (candles.UpperShadow(i) > size) & (candles.LowerShadow(i) < tiny.Threshold) & candles.GapsUp(i);
            result[i] = isStar ? -100 : 0;
            body.Leave(candles, i);
            tiny.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record ShootingStarParameters() : CandleParameters(11);
