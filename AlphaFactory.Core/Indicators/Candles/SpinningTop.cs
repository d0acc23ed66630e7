using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Spinning top.</summary>
[Indicator("spinning_top", "Spinning top", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "short body, both shadows longer than it; sign of the colour",
    Says = "A short body between longer shadows: to and fro without a winner.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class SpinningTop : Indicator<SpinningTopParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_SPINNINGTOP", "Spinning top", OutputUnit.Pattern) { IsDirected = false }];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, SpinningTopParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var body = new Trailing<UsualBody>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double size = candles.Body(i);
            bool spins = (size < body.Threshold) & (candles.UpperShadow(i) > size) & (candles.LowerShadow(i) > size);
            result[i] = spins ? candles.Colour(i) * 100 : 0;
            body.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record SpinningTopParameters() : CandleParameters(10);
