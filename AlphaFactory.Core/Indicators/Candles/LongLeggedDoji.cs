using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Long-legged doji.</summary>
[Indicator("long_legged_doji", "Long-legged doji", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "doji, one shadow or both longer than the body",
    Says = "A doji with a shadow longer than its body: wide swings without a result.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class LongLeggedDoji : Indicator<LongLeggedDojiParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_LONGLEGGEDDOJI", "Long-legged doji", OutputUnit.Pattern) { IsDirected = false }];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, LongLeggedDojiParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var doji = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double size = candles.Body(i);
            bool isLongLegged = (size <= doji.Threshold) & ((candles.LowerShadow(i) > size) | (candles.UpperShadow(i) > size));
            result[i] = isLongLegged ? 100 : 0;
            doji.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record LongLeggedDojiParameters() : CandleParameters(10);
