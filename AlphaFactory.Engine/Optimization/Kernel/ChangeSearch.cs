using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>Finds the next bar on which a column of targets asks for something else; see <see cref="Backtesting.DecisionTracker"/>.</summary>
internal static class ChangeSearch
{
    private const int Lanes = 8;

    /// <summary>The first bar from <paramref name="from"/> on whose target is a number other than the one wanted; the number of bars when there is none.</summary>
    // Compiled at its best at once: a sweep from the command line is over before the tiers of the compiler notice it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Next(ReadOnlySpan<double> target, int from, double wanted)
    {
        ref double first = ref MemoryMarshal.GetReference(target);
        var now = Vector512.Create(wanted);
        int bar = from;
        for (; bar <= target.Length - Lanes; bar += Lanes)
        {
            var values = Vector512.LoadUnsafe(ref first, (nuint)bar);
            // A number equals itself, NaN does not.
            ulong changes = (Vector512.Equals(values, values) & ~Vector512.Equals(values, now)).ExtractMostSignificantBits();
            if (changes != 0)
            {
                return bar + BitOperations.TrailingZeroCount(changes);
            }
        }

        for (; bar < target.Length; bar++)
        {
            if (!double.IsNaN(target[bar]) && target[bar] != wanted)
            {
                return bar;
            }
        }

        return target.Length;
    }
}
