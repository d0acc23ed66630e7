using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Dragonfly doji.</summary>
[Indicator("dragonfly_doji", "Dragonfly doji", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "doji, very short upper shadow, lower shadow not very short",
    Says = "A doji at the top of its bar: all that was sold was bought back.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class DragonflyDoji : Indicator<DragonflyDojiParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_DRAGONFLYDOJI", "Dragonfly doji", OutputUnit.Pattern) { IsDirected = false }];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DragonflyDojiParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var doji = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double tenth = doji.Threshold;
            bool isDragonfly = (candles.Body(i) <= tenth) & (candles.UpperShadow(i) < tenth) & (candles.LowerShadow(i) > tenth);
            result[i] = isDragonfly ? 100 : 0;
            doji.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record DragonflyDojiParameters() : CandleParameters(10);
