using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Gravestone doji.</summary>
[Indicator("gravestone_doji", "Gravestone doji", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "doji, very short lower shadow, upper shadow not very short",
    Says = "A doji at the bottom of its bar: all that was bought was sold again.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class GravestoneDoji : Indicator<GravestoneDojiParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_GRAVESTONEDOJI", "Gravestone doji", OutputUnit.Pattern) { IsDirected = false }];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, GravestoneDojiParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var doji = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double tenth = doji.Threshold;
            bool isGravestone = (candles.Body(i) <= tenth) & (candles.LowerShadow(i) < tenth) & (candles.UpperShadow(i) > tenth);
            result[i] = isGravestone ? 100 : 0;
            doji.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record GravestoneDojiParameters() : CandleParameters(10);
