using System.Numerics;

namespace AlphaFactory.Core.Numerics;

/// <summary>Square roots of a column.</summary>
internal static class SquareRoots
{
    /// <summary><c>result[i] = sqrt(values[i]) x scale</c>; the result may be the values. NaN and negative values give NaN.</summary>
    public static void Write(ReadOnlySpan<double> values, double scale, Span<double> result)
    {
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (Vector.SquareRoot(new Vector<double>(values[i..])) * scale).CopyTo(result[i..]);
        }

        for (; i < values.Length; i++)
        {
            result[i] = Math.Sqrt(values[i]) * scale;
        }
    }
}
