namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Engulfing.</summary>
[Indicator("engulfing", "Engulfing", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "opposite colours; the body contains the one before, at most one end equal (80), none (100); sign of the second bar",
    Says = "A body that swallows the opposite one before it: the other side took over. 80 when one end is equal.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Engulfing : Indicator<EngulfingParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_ENGULFING", "Engulfing", OutputUnit.Pattern)];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, EngulfingParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        for (int i = start; i < result.Length; i++)
        {
            double top = candles.Top(i), topBefore = candles.Top(i - 1), bottom = candles.Bottom(i), bottomBefore = candles.Bottom(i - 1);
            bool engulfs = (candles.IsWhite(i) != candles.IsWhite(i - 1))
                & (((top >= topBefore) & (bottom < bottomBefore)) | ((top > topBefore) & (bottom <= bottomBefore)));
            result[i] = engulfs ? candles.Colour(i) * (candles.Open[i] != candles.Close[i - 1] && candles.Close[i] != candles.Open[i - 1] ? 100 : 80) : 0;
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record EngulfingParameters() : CandleParameters(2);
