using System.Numerics;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Doji.</summary>
[Indicator("doji", "Doji", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "body <= a tenth of the mean range of ten bars",
    Says = "Open and close are nearly equal: neither side won the bar. Says hesitation, no direction.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Doji : Indicator<DojiParameters>
{
    // Short, so that the processor subtracts and compares one block while it still adds up another.
    private const int BlockLength = 32;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_DOJI", "Doji", OutputUnit.Pattern) { IsDirected = false }];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DojiParameters parameters, in OutputColumns outputs)
    {
        int start = parameters.WarmUpBars, period = TenthOfRange.Period;
        double total = 0;
        for (int i = 0; i < start; i++)
        {
            total += bars.High[i] - bars.Low[i];
        }

        Span<double> ranges = stackalloc double[BlockLength + period], changes = stackalloc double[BlockLength];
        Subtract(bars.High[(start - period)..], bars.Low[(start - period)..], ranges[..period]);
        for (; start < bars.Count; start += BlockLength)
        {
            var block = outputs[0][start..Math.Min(start + BlockLength, bars.Count)];
            Subtract(bars.High[start..], bars.Low[start..], ranges.Slice(period, block.Length));
            Subtract(ranges[period..], ranges, changes[..block.Length]);
            total = Accumulate(changes[..block.Length], total, block);
            Mark(bars.Open[start..], bars.Close[start..], block);
            ranges[BlockLength..].CopyTo(ranges);
        }
    }

    // The running total in the order of the other patterns, because ties hang on its last digit.
    private static double Accumulate(ReadOnlySpan<double> changes, double total, Span<double> totals)
    {
        for (int i = 0; i < totals.Length && i < changes.Length; i++)
        {
            totals[i] = total;
            total += changes[i];
        }

        return total;
    }

    private static void Subtract(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result)
    {
        int i = 0;
        for (; i <= result.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(left[i..]) - new Vector<double>(right[i..])).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] = left[i] - right[i];
        }
    }

    private static void Mark(ReadOnlySpan<double> open, ReadOnlySpan<double> close, Span<double> totals)
    {
        int i = 0;
        for (; i <= totals.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var body = Vector.Abs(new Vector<double>(close[i..]) - new Vector<double>(open[i..]));
            var isDoji = Vector.LessThanOrEqual(body, new Vector<double>(totals[i..]) / TenthOfRange.Period * TenthOfRange.Factor).As<long, double>();
            (isDoji & new Vector<double>(100)).CopyTo(totals[i..]);
        }

        for (; i < totals.Length; i++)
        {
            totals[i] = Math.Abs(close[i] - open[i]) <= totals[i] / TenthOfRange.Period * TenthOfRange.Factor ? 100 : 0;
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record DojiParameters() : CandleParameters(10);
