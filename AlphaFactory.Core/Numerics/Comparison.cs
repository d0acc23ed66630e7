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

    /// <summary>Where the first column is at the second or above it.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or have more than 64 values.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtLeast(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Check(first, second);
        ulong bits = 0;
        int i = 0;
        ref double a = ref MemoryMarshal.GetReference(first), b = ref MemoryMarshal.GetReference(second);
        for (; i <= first.Length - Lanes; i += Lanes)
        {
            bits |= Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref a, (nuint)i), Vector512.LoadUnsafe(ref b, (nuint)i)).ExtractMostSignificantBits() << i;
        }

        for (; i < first.Length; i++)
        {
            bits |= first[i] >= second[i] ? 1UL << i : 0;
        }

        return bits;
    }

    /// <summary>Where values are above a level.</summary>
    /// <exception cref="ArgumentException">There are more than 64 values.</exception>
    public static ulong Above(ReadOnlySpan<double> values, double level) => Bits<AboveLevel>(values, level);

    /// <summary>Where values are below a level.</summary>
    /// <exception cref="ArgumentException">There are more than 64 values.</exception>
    public static ulong Below(ReadOnlySpan<double> values, double level) => Bits<BelowLevel>(values, level);

    /// <summary>Where values are at a level or below it.</summary>
    /// <exception cref="ArgumentException">There are more than 64 values.</exception>
    public static ulong AtMost(ReadOnlySpan<double> values, double level) => Bits<AtMostLevel>(values, level);

    /// <summary>Where values are at a level or above it.</summary>
    /// <exception cref="ArgumentException">There are more than 64 values.</exception>
    public static ulong AtLeast(ReadOnlySpan<double> values, double level) => Bits<AtLeastLevel>(values, level);

    /// <summary>The bits of a word from a bar on: <c>all</c> bits for a bar before the word, none for one behind it.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="first">First bar of the word.</param>
    public static ulong From(int bar, int first) => bar <= first ? ulong.MaxValue : bar - first >= Word ? 0 : ulong.MaxValue << (bar - first);

    private static ulong Bits<TComparison>(ReadOnlySpan<double> values, double level)
        where TComparison : struct, ILevelComparison
    {
        Check(values, values);
        ulong bits = 0;
        int i = 0;
        ref double first = ref MemoryMarshal.GetReference(values);
        var all = Vector512.Create(level);
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            bits |= TComparison.Of(Vector512.LoadUnsafe(ref first, (nuint)i), all).ExtractMostSignificantBits() << i;
        }

        for (; i < values.Length; i++)
        {
            bits |= (TComparison.Of(Vector512.Create(values[i]), all).ExtractMostSignificantBits() & 1) << i;
        }

        return bits;
    }

    private interface ILevelComparison
    {
        static abstract Vector512<double> Of(Vector512<double> values, Vector512<double> level);
    }

    private readonly struct AboveLevel : ILevelComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> values, Vector512<double> level) => Vector512.GreaterThan(values, level);
    }

    private readonly struct BelowLevel : ILevelComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> values, Vector512<double> level) => Vector512.LessThan(values, level);
    }

    private readonly struct AtMostLevel : ILevelComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> values, Vector512<double> level) => Vector512.LessThanOrEqual(values, level);
    }

    private readonly struct AtLeastLevel : ILevelComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> values, Vector512<double> level) => Vector512.GreaterThanOrEqual(values, level);
    }

    private static void Check(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length || first.Length > Word)
        {
            throw new ArgumentException($"{first.Length} values cannot be compared with {second.Length} in one word. Give both the same number, at most {Word}.");
        }
    }
}
