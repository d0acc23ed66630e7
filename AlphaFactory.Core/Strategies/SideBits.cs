using System.Numerics;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Strategies;

/// <summary>What is held on either side, in columns of one bit a bar. No bar is held on both sides.</summary>
public readonly ref struct SideBits
{
    /// <summary>Number of bars.</summary>
    public required int Bars { get; init; }

    /// <summary>Bars before the first opinion.</summary>
    public required int WarmUpBars { get; init; }

    /// <summary>Bars after whose close the position is long.</summary>
    public required ReadOnlySpan<ulong> HeldLong { get; init; }

    /// <summary>Those of them on which it is asked for: the entries, and each later signal while it is held.</summary>
    public required ReadOnlySpan<ulong> AnewLong { get; init; }

    /// <summary>Bars after whose close the position is short; empty where it never is with any parameters.</summary>
    public required ReadOnlySpan<ulong> HeldShort { get; init; }

    /// <summary>Those of them on which it is asked for.</summary>
    public required ReadOnlySpan<ulong> AnewShort { get; init; }

    /// <summary>Writes the same as targets: 1 long, -1 short, 0 out, NaN before the warm-up ends and while a position merely goes on.</summary>
    /// <param name="target">One value a bar.</param>
    public void CopyTo(Span<double> target)
    {
        target.Fill(double.NaN);
        for (int word = 0; word < HeldLong.Length; word++)
        {
            int first = word * Comparison.Word;
            ulong here = Comparison.From(WarmUpBars, first) & (Bars - first >= Comparison.Word ? ulong.MaxValue : (1UL << (Bars - first)) - 1);
            Set(target, first, here & ~(HeldLong[word] | (HeldShort.IsEmpty ? 0 : HeldShort[word])), 0);
            Set(target, first, AnewLong[word], 1);
            Set(target, first, HeldShort.IsEmpty ? 0 : AnewShort[word], -1);
        }
    }

    private static void Set(Span<double> target, int first, ulong bits, double value)
    {
        if (bits == ulong.MaxValue)
        {
            target.Slice(first, Comparison.Word).Fill(value);
            return;
        }

        for (; bits != 0; bits &= bits - 1)
        {
            target[first + BitOperations.TrailingZeroCount(bits)] = value;
        }
    }
}
