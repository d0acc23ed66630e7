using System.Numerics;
using System.Runtime.InteropServices;

namespace AlphaFactory.Core.Numerics;

/// <summary>Highest and lowest value of a moving window. Every value must be finite.</summary>
public static class RollingExtreme
{
    /// <summary>Most values to write in one call of the block forms; callers with longer columns go block by block.</summary>
    public const int BlockLength = 512;

    /// <summary>The highest of the last <paramref name="window"/> values, for places window - 1 on; earlier places are left as they are.</summary>
    /// <param name="values">n values.</param>
    /// <param name="window">1 to 5000 values.</param>
    /// <param name="result">n places.</param>
    public static void Maximum(ReadOnlySpan<double> values, int window, Span<double> result)
    {
        for (int from = window - 1; from < values.Length; from += BlockLength)
        {
            MaximumBlock(values, window, from, result.Slice(from, Math.Min(BlockLength, values.Length - from)));
        }
    }

    /// <summary>The lowest of the last <paramref name="window"/> values; see <see cref="Maximum"/>.</summary>
    public static void Minimum(ReadOnlySpan<double> values, int window, Span<double> result)
    {
        for (int from = window - 1; from < values.Length; from += BlockLength)
        {
            MinimumBlock(values, window, from, result.Slice(from, Math.Min(BlockLength, values.Length - from)));
        }
    }

    /// <summary>The window maxima at places <paramref name="from"/> and following, as many as the result has room for, at most <see cref="BlockLength"/>.</summary>
    public static void MaximumBlock(ReadOnlySpan<double> values, int window, int from, Span<double> result) => Run<Highest>(values, window, from, result);

    /// <summary>The window minima; see <see cref="MaximumBlock"/>.</summary>
    public static void MinimumBlock(ReadOnlySpan<double> values, int window, int from, Span<double> result) => Run<Lowest>(values, window, from, result);

    // Doubling: after a pass with step s, place i holds the extreme of 2s values from i on. Windows of the largest power of two that
    // fits are then overlapped by two to make the wanted one. Each pass reads ahead of where it writes, so it works in place.
    private static void Run<TChoice>(ReadOnlySpan<double> values, int window, int from, Span<double> result)
        where TChoice : IChoice
    {
        int length = result.Length + window - 1;
        Span<double> work = stackalloc double[length];
        values.Slice(from - window + 1, length).CopyTo(work);
        int reach = 1;
        for (; 2 * reach <= window; reach *= 2)
        {
            Pass<TChoice>(work[..(length - reach)], work[reach..length], work);
            length -= reach;
        }

        int rest = window - reach;
        if (rest == 0)
        {
            work[..result.Length].CopyTo(result);
        }
        else
        {
            Pass<TChoice>(work[..result.Length], work.Slice(rest, result.Length), result);
        }
    }

    private static void Pass<TChoice>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result)
        where TChoice : IChoice
    {
        right = right[..left.Length];
        result = result[..left.Length];
        ref double lefts = ref MemoryMarshal.GetReference(left), rights = ref MemoryMarshal.GetReference(right), results = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= left.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            TChoice.Of(Vector.LoadUnsafe(ref lefts, (nuint)i), Vector.LoadUnsafe(ref rights, (nuint)i)).StoreUnsafe(ref results, (nuint)i);
        }

        for (; i < left.Length; i++)
        {
            result[i] = TChoice.Of(left[i], right[i]);
        }
    }

    private interface IChoice
    {
        static abstract double Of(double left, double right);

        static abstract Vector<double> Of(Vector<double> left, Vector<double> right);
    }

    private readonly struct Highest : IChoice
    {
        public static double Of(double left, double right) => double.MaxNative(left, right);

        public static Vector<double> Of(Vector<double> left, Vector<double> right) => Vector.MaxNative(left, right);
    }

    private readonly struct Lowest : IChoice
    {
        public static double Of(double left, double right) => double.MinNative(left, right);

        public static Vector<double> Of(Vector<double> left, Vector<double> right) => Vector.MinNative(left, right);
    }
}
