using System.Diagnostics.CodeAnalysis;
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
        ref double a = ref MemoryMarshal.GetReference(first), b = ref MemoryMarshal.GetReference(second);
        return first.Length == Word ? Whole(ref a, ref b) : Part(ref a, ref b, first.Length);
    }

    /// <summary>Where the first column is at the second or above, and where it is at it or below: both where they are equal, neither where one has no value.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or have more than 64 values.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (ulong AtLeast, ulong AtMost) Order(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Check(first, second);
        ref double a = ref MemoryMarshal.GetReference(first), b = ref MemoryMarshal.GetReference(second);
        if (first.Length == Word)
        {
            return WholeOrder(ref a, ref b);
        }

        ulong least = 0, most = 0;
        for (int i = 0; i < first.Length; i++)
        {
            least |= first[i] >= second[i] ? 1UL << i : 0;
            most |= first[i] <= second[i] ? 1UL << i : 0;
        }

        return (least, most);
    }

    /// <summary>The same over several whole words.</summary>
    /// <param name="first">64 values a word, or 64 values that are the same for all words.</param>
    /// <param name="second">Likewise.</param>
    /// <param name="atLeast">One word each: where the first is at the second or above.</param>
    /// <param name="atMost">As many words: where the first is at the second or below.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Order(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<ulong> atLeast, Span<ulong> atMost)
    {
        if (atLeast.Length != atMost.Length || !Fits(first.Length, atLeast.Length) || !Fits(second.Length, atLeast.Length))
        {
            throw new ArgumentException($"{first.Length} values cannot be compared with {second.Length} in {atLeast.Length} and {atMost.Length} words. Give both {Word} values, or {Word} a word, and as many words for each answer.");
        }

        ref double a = ref MemoryMarshal.GetReference(first), b = ref MemoryMarshal.GetReference(second);
        nuint stepA = first.Length == Word ? 0 : (nuint)Word, stepB = second.Length == Word ? 0 : (nuint)Word;
        for (int word = 0; word < atLeast.Length; word++)
        {
            (atLeast[word], atMost[word]) = WholeOrder(ref a, ref b);
            a = ref Unsafe.Add(ref a, stepA);
            b = ref Unsafe.Add(ref b, stepB);
        }
    }

    /// <summary>Where the two columns are equal.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or have more than 64 values.</exception>
    public static ulong Equal(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Check(first, second);
        ulong equal = 0;
        int i = 0;
        ref double a = ref MemoryMarshal.GetReference(first), b = ref MemoryMarshal.GetReference(second);
        for (; i <= first.Length - Lanes; i += Lanes)
        {
            equal |= Vector512.Equals(Vector512.LoadUnsafe(ref a, (nuint)i), Vector512.LoadUnsafe(ref b, (nuint)i)).ExtractMostSignificantBits() << i;
        }

        for (; i < first.Length; i++)
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

    /// <summary>A whole word, written out: eight steps by known distances cost half of what a loop over them does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Above, ulong Below) Whole(ref double a, ref double b)
    {
        ulong above = 0, below = 0;
        Step(ref a, ref b, 0, ref above, ref below);
        Step(ref a, ref b, 8, ref above, ref below);
        Step(ref a, ref b, 16, ref above, ref below);
        Step(ref a, ref b, 24, ref above, ref below);
        Step(ref a, ref b, 32, ref above, ref below);
        Step(ref a, ref b, 40, ref above, ref below);
        Step(ref a, ref b, 48, ref above, ref below);
        Step(ref a, ref b, 56, ref above, ref below);
        return (above, below);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref double a, ref double b, int at, ref ulong above, ref ulong below)
    {
        var x = Vector512.LoadUnsafe(ref a, (nuint)at);
        var y = Vector512.LoadUnsafe(ref b, (nuint)at);
        above |= Vector512.GreaterThan(x, y).ExtractMostSignificantBits() << at;
        below |= Vector512.LessThan(x, y).ExtractMostSignificantBits() << at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong AtLeast, ulong AtMost) WholeOrder(ref double a, ref double b)
    {
        ulong least = 0, most = 0;
        OrderStep(ref a, ref b, 0, ref least, ref most);
        OrderStep(ref a, ref b, 8, ref least, ref most);
        OrderStep(ref a, ref b, 16, ref least, ref most);
        OrderStep(ref a, ref b, 24, ref least, ref most);
        OrderStep(ref a, ref b, 32, ref least, ref most);
        OrderStep(ref a, ref b, 40, ref least, ref most);
        OrderStep(ref a, ref b, 48, ref least, ref most);
        OrderStep(ref a, ref b, 56, ref least, ref most);
        return (least, most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OrderStep(ref double a, ref double b, int at, ref ulong least, ref ulong most)
    {
        var x = Vector512.LoadUnsafe(ref a, (nuint)at);
        var y = Vector512.LoadUnsafe(ref b, (nuint)at);
        least |= Vector512.GreaterThanOrEqual(x, y).ExtractMostSignificantBits() << at;
        most |= Vector512.LessThanOrEqual(x, y).ExtractMostSignificantBits() << at;
    }

    private static (ulong Above, ulong Below) Part(ref double a, ref double b, int count)
    {
        ulong above = 0, below = 0;
        int i = 0;
        for (; i <= count - Lanes; i += Lanes)
        {
            Step(ref a, ref b, i, ref above, ref below);
        }

        for (; i < count; i++)
        {
            double x = Unsafe.Add(ref a, i), y = Unsafe.Add(ref b, i);
            above |= x > y ? 1UL << i : 0;
            below |= x < y ? 1UL << i : 0;
        }

        return (above, below);
    }

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

    private static bool Fits(int values, int words) => values == Word || values == words * Word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length || first.Length > Word)
        {
            Refuse(first.Length, second.Length);
        }
    }

    [DoesNotReturn]
    private static void Refuse(int first, int second) =>
        throw new ArgumentException($"{first} values cannot be compared with {second} in one word. Give both the same number, at most {Word}.");
}
