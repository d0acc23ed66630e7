using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>Moves levels that follow the price, eight bars at a time, up to a block in which one is touched.</summary>
/// <remarks>
/// A short is a long with every price negated, which rounds alike: within, the better price is the higher one, and stops only rise. What a block ends with
/// is what <see cref="ExitLevels.Ratchet"/> leaves after its last bar, to the last bit.
/// </remarks>
internal static class TrailingSearch
{
    private const int Lanes = 8;

    /// <summary>Goes to the first bar that touches a level, or behind the last; near the end of the series it may stop before, at a bar that is to be looked at alone.</summary>
    /// <param name="series">Bars of the period.</param>
    /// <param name="exits">The rules; one of them moves a level.</param>
    /// <param name="atr">Average true range of each bar; null when no rule needs it.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="levels">The levels before the bar; moved over all bars that are passed.</param>
    /// <param name="from">First bar; levels count on it.</param>
    /// <param name="last">Last bar.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Skip(KernelSeries series, ExitRules exits, double[]? atr, int side, ref ExitLevels levels, int from, int last)
    {
        double[] better = side > 0 ? series.High : series.Low, worse = side > 0 ? series.Low : series.High;
        ref double favour = ref MemoryMarshal.GetArrayDataReference(better), against = ref MemoryMarshal.GetArrayDataReference(worse);
        ref double ranges = ref MemoryMarshal.GetArrayDataReference(atr ?? better);
        var sign = Vector512.Create((double)side);
        var keep = Vector512.Create(1 - (side * (exits.TrailingFraction ?? 0)));
        var multiple = Vector512.Create(exits.TrailingAtr ?? 0);
        bool byFraction = exits.TrailingFraction is not null, byRange = exits.TrailingAtr is not null;
        Vector512<double> trigger = Vector512.Create(side * levels.BreakEvenFrom(exits)), entry = Vector512.Create(side * levels.Entry), far = Vector512.Create(double.NegativeInfinity);
        Vector512<double> target = Vector512.Create(side * levels.Target), best = Vector512.Create(side * levels.Best), stop = Vector512.Create(side * levels.Stop), trail = far;
        int bar = from;
        for (int passed = Lanes; passed == Lanes && bar <= last && bar <= better.Length - Lanes; bar += passed)
        {
            var up = Vector512.LoadUnsafe(ref favour, (nuint)bar) * sign;
            var peak = Vector512.MaxNative(RunningMaximum(up), best);
            var level = far;
            if (byFraction)
            {
                level = peak * keep;
            }

            if (byRange)
            {
                level = Vector512.MaxNative(level, peak - (multiple * Vector512.LoadUnsafe(ref ranges, (nuint)bar)));
                level = RunningMaximum(level);
            }

            // NaN compares false: without the rule no peak pulls the stop to the entry.
            var pulled = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(peak, trigger), entry, far);
            var after = Vector512.MaxNative(Vector512.MaxNative(level, pulled), stop);
            // Each bar meets the stop that the bar before it left.
            var before = Vector512.ConditionalSelect(Vector512.Create(-1L, 0, 0, 0, 0, 0, 0, 0).AsDouble(), stop, EightLanes.Own1(after));
            var touched = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref against, (nuint)bar) * sign, before) | Vector512.GreaterThanOrEqual(up, target);
            // A bar behind the last stops the search like a touch.
            passed = BitOperations.TrailingZeroCount(touched.ExtractMostSignificantBits() | (1UL << Math.Min(last - bar + 1, Lanes)));
            if (passed == Lanes)
            {
                (best, stop, trail) = (EightLanes.Last(peak), EightLanes.Last(after), Vector512.MaxNative(trail, EightLanes.Last(level)));
            }
            else if (passed > 0)
            {
                (best, trail) = (Vector512.Create(peak[passed - 1]), Vector512.MaxNative(trail, Vector512.Create(level[passed - 1])));
            }
        }

        if (bar > from)
        {
            levels.RatchetTo(exits, side * best[0], side * trail[0]);
        }

        return bar;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> RunningMaximum(Vector512<double> values)
    {
        values = Vector512.MaxNative(values, EightLanes.Own1(values));
        values = Vector512.MaxNative(values, EightLanes.Own2(values));
        return Vector512.MaxNative(values, EightLanes.Own4(values));
    }
}
