using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>Lists the bars on which a column of bits changes.</summary>
internal static class BitChanges
{
    private const int Word = 64;

    /// <summary>Writes the bars of the period on which the bit differs from that of the bar before; before the period it counts as 0.</summary>
    /// <param name="bits">One bit per bar seen.</param>
    /// <param name="history">Bars seen before the period.</param>
    /// <param name="count">Bars of the period.</param>
    /// <param name="changes">Where they are written, as bars of the period: a rise, a fall, a rise …</param>
    /// <returns>Number of changes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(ReadOnlySpan<ulong> bits, int history, int count, Span<int> changes)
    {
        int found = 0, end = history + count;
        ulong before = 0;
        for (int word = history / Word; word * Word < end; word++)
        {
            int first = word * Word;
            ulong now = bits[word];
            if (first < history)
            {
                now &= ulong.MaxValue << (history - first);
            }

            ulong differs = now ^ ((now << 1) | before);
            if (end - first < Word)
            {
                differs &= (1UL << (end - first)) - 1;
            }

            before = now >> (Word - 1);
            while (differs != 0)
            {
                changes[found++] = first + BitOperations.TrailingZeroCount(differs) - history;
                differs &= differs - 1;
            }
        }

        return found;
    }
}
