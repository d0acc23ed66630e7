using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Doji.</summary>
[Indicator("doji", "Doji", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "body <= a tenth of the mean range of ten bars",
    Says = "Open and close are nearly equal: neither side won the bar. Says hesitation, no direction.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class Doji : Indicator<DojiParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_DOJI", "Doji", OutputUnit.Pattern) { IsDirected = false }];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DojiParameters parameters, in OutputColumns outputs)
    {
        int bar = parameters.WarmUpBars;
        double total = 0;
        for (int i = bar - TenthOfRange.Period; i < bar; i++)
        {
            total += bars.High[i] - bars.Low[i];
        }

        var marks = outputs[0];
        for (; bar <= bars.Count - Vector256<double>.Count; bar += Vector256<double>.Count)
        {
            var totals = Totals(total, Four(bars.High, bar) - Four(bars.Low, bar) - (Four(bars.High, bar - TenthOfRange.Period) - Four(bars.Low, bar - TenthOfRange.Period)), out total);
            var isDoji = Vector256.LessThanOrEqual(Vector256.Abs(Four(bars.Close, bar) - Four(bars.Open, bar)), totals / TenthOfRange.Period * TenthOfRange.Factor);
            (isDoji & Vector256.Create(100.0)).StoreUnsafe(ref MemoryMarshal.GetReference(marks), (nuint)bar);
        }

        for (; bar < bars.Count; bar++)
        {
            marks[bar] = Math.Abs(bars.Close[bar] - bars.Open[bar]) <= total / TenthOfRange.Period * TenthOfRange.Factor ? 100 : 0;
            total += bars.High[bar] - bars.Low[bar] - (bars.High[bar - TenthOfRange.Period] - bars.Low[bar - TenthOfRange.Period]);
        }
    }

    // One addition after the other, in the order of the other patterns, because ties hang on the last digit of the running total. All else of four bars is done at
    // once beside them, so that a bar takes what its addition takes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Totals(double first, Vector256<double> changes, out double next)
    {
        Vector128<double> low = changes.GetLower(), high = changes.GetUpper();
        double second = first + low.ToScalar(), third = second + low.GetElement(1), fourth = third + high.ToScalar();
        next = fourth + high.GetElement(1);
        return Vector256.Create(first, second, third, fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(ReadOnlySpan<double> column, int bar) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)bar);
}

/// <summary>Nothing to set.</summary>
public sealed record DojiParameters() : CandleParameters(10);
