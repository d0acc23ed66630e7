using System.Numerics;
using AlphaFactory.Core.Indicators.Readings;

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
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, EngulfingParameters parameters, in OutputColumns outputs)
    {
        int count = bars.Count - 1, i = 0;
        ReadOnlySpan<double> open = bars.Open[1..], close = bars.Close[1..], openBefore = bars.Open[..count], closeBefore = bars.Close[..count];
        var result = outputs[0][1..];
        for (; i <= count - Vector<double>.Count; i += Vector<double>.Count)
        {
            Lanes(new Vector<double>(open[i..]), new Vector<double>(close[i..]), new Vector<double>(openBefore[i..]), new Vector<double>(closeBefore[i..])).CopyTo(result[i..]);
        }

        for (; i < count; i++)
        {
            result[i] = Lanes(new Vector<double>(open[i]), new Vector<double>(close[i]), new Vector<double>(openBefore[i]), new Vector<double>(closeBefore[i]))[0];
        }

        outputs[0][..parameters.WarmUpBars].Fill(double.NaN);
    }

    // One lane a bar; comparisons give masks, so nothing jumps on the colour of a bar.
    private static Vector<double> Lanes(Vector<double> open, Vector<double> close, Vector<double> openBefore, Vector<double> closeBefore)
    {
        Vector<long> isWhite = Vector.GreaterThanOrEqual(close, open), wasWhite = Vector.GreaterThanOrEqual(closeBefore, openBefore);
        Vector<double> top = Vector.MaxNative(open, close), bottom = Vector.MinNative(open, close);
        Vector<double> topBefore = Vector.MaxNative(openBefore, closeBefore), bottomBefore = Vector.MinNative(openBefore, closeBefore);
        var contains = (Vector.GreaterThanOrEqual(top, topBefore) & Vector.LessThan(bottom, bottomBefore))
            | (Vector.GreaterThan(top, topBefore) & Vector.LessThanOrEqual(bottom, bottomBefore));
        var touches = Vector.Equals(open, closeBefore) | Vector.Equals(close, openBefore);
        var strength = Vector.ConditionalSelect(touches, new Vector<double>(80), new Vector<double>(100));
        var signed = Vector.ConditionalSelect(isWhite, strength, -strength);
        return signed & (contains & (isWhite ^ wasWhite)).As<long, double>();
    }
}

/// <summary>Nothing to set.</summary>
public sealed record EngulfingParameters() : CandleParameters(2);
