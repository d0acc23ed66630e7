using System.Numerics;
using System.Runtime.InteropServices;

namespace AlphaFactory.Core.Numerics;

/// <summary>Tells finite numbers from NaN and the infinities.</summary>
public static class Finite
{
    /// <summary>True when no value is NaN or infinite; true for no values.</summary>
    public static bool All(ReadOnlySpan<double> values)
    {
        // 0 x finite is 0 and 0 x anything else is NaN, so one sum tells of all.
        var blocks = MemoryMarshal.Cast<double, Vector<double>>(values);
        var first = Vector<double>.Zero;
        var second = Vector<double>.Zero;
        int i = 0;
        for (; i + 1 < blocks.Length; i += 2)
        {
            first += blocks[i] * Vector<double>.Zero;
            second += blocks[i + 1] * Vector<double>.Zero;
        }

        double sum = Vector.Sum(first + second);
        foreach (double value in values[(i * Vector<double>.Count)..])
        {
            sum += value * 0;
        }

        return sum == 0;
    }
}
