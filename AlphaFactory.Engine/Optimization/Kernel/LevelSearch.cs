using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>Finds the first bar whose range touches one of two levels that stand still.</summary>
internal static class LevelSearch
{
    private const int Lanes = 8;

    /// <summary>The first bar in [<paramref name="from"/>, <paramref name="last"/>] that touches, or one after the last.</summary>
    /// <param name="high">Highest price of each bar.</param>
    /// <param name="low">Lowest price of each bar.</param>
    /// <param name="side">+1 for a long: stop below and target above; -1 for a short.</param>
    /// <param name="stop">Stop level; infinite when there is none.</param>
    /// <param name="target">Target level; infinite when there is none.</param>
    /// <param name="from">First bar.</param>
    /// <param name="last">Last bar.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Next(double[] high, double[] low, int side, double stop, double target, int from, int last)
    {
        // A long's stop and a short's target lie below the price, the others above.
        double below = side > 0 ? stop : target, above = side > 0 ? target : stop;
        Vector512<double> floor = Vector512.Create(below), ceiling = Vector512.Create(above);
        ref double highs = ref MemoryMarshal.GetArrayDataReference(high), lows = ref MemoryMarshal.GetArrayDataReference(low);
        int bar = from;
        for (; bar <= last && bar <= low.Length - Lanes; bar += Lanes)
        {
            var touched = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref lows, (nuint)bar), floor) | Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref highs, (nuint)bar), ceiling);
            // A bar behind the last stops the search like a touch.
            int passed = BitOperations.TrailingZeroCount(touched.ExtractMostSignificantBits() | (1UL << Math.Min(last - bar + 1, Lanes)));
            if (passed < Lanes)
            {
                return bar + passed;
            }
        }

        // Near the end of the series there are no eight to read.
        while (bar <= last && low[bar] > below && high[bar] < above)
        {
            bar++;
        }

        return bar;
    }
}
