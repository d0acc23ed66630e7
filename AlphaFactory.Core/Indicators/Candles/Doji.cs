namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Doji.</summary>
[Indicator("doji", "Doji", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "body <= a tenth of the mean range of ten bars",
    Says = "Open and close are nearly equal: neither side won the bar. Says hesitation, no direction.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Doji : Indicator<DojiParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_DOJI", "Doji", OutputUnit.Pattern)];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DojiParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var doji = new Trailing<TenthOfRange>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            result[i] = candles.Body(i) <= doji.Threshold ? 100 : 0;
            doji.Leave(candles, i);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record DojiParameters() : CandleParameters(10);
