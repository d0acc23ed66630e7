using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Core.Numerics;

/// <summary>Compares two columns of up to 64 values into the bits of a word: bit i speaks of place i. NaN is neither above, below nor equal.</summary>
public static class Comparison
{
    /// <summary>Bits of a word.</summary>
    public const int Word = 64;

    private const int Lanes = 8;

    /// <summary>Where the first column is above the second, and where it is below.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or have more than 64 values.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Above, ulong Below) Bits(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Check(first, second);
        ulong above = 0, below = 0;
        int i = 0;
        ref double a = ref MemoryMarshal.GetReference(first), b = ref MemoryMarshal.GetReference(second);
        for (; i <= first.Length - Lanes; i += Lanes)
        {
            var x = Vector512.LoadUnsafe(ref a, (nuint)i);
            var y = Vector512.LoadUnsafe(ref b, (nuint)i);
            above |= Vector512.GreaterThan(x, y).ExtractMostSignificantBits() << i;
            below |= Vector512.LessThan(x, y).ExtractMostSignificantBits() << i;
        }

        for (; i < first.Length; i++)
        {
            above |= first[i] > second[i] ? 1UL << i : 0;
            below |= first[i] < second[i] ? 1UL << i : 0;
        }

        return (above, below);
    }

    /// <summary>Where the two columns are equal.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or have more than 64 values.</exception>
    public static ulong Equal(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Check(first, second);
        ulong equal = 0;
        for (int i = 0; i < first.Length; i++)
        {
            equal |= first[i] == second[i] ? 1UL << i : 0;
        }

        return equal;
    }

    private static void Check(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length || first.Length > Word)
        {
            throw new ArgumentException($"{first.Length} values cannot be compared with {second.Length} in one word. Give both the same number, at most {Word}.");
        }
    }
}
