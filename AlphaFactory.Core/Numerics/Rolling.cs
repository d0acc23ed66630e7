namespace AlphaFactory.Core.Numerics;

/// <summary>
/// Sums and means of a moving window. Values before the first full window are left as they are. Every value must be finite:
/// a running sum would carry a NaN on for ever.
/// </summary>
public static class Rolling
{
    private const int Block = 8;

    /// <summary><c>result[t] = (values[t - window + 1] + … + values[t]) x scale</c> for t from window - 1 on.</summary>
    /// <param name="values">n values, oldest first.</param>
    /// <param name="window">Values summed, 1 or more.</param>
    /// <param name="scale">1 for a sum, 1 / window for a mean.</param>
    /// <param name="result">n places; may not overlap the values.</param>
    /// <remarks>
    /// A running sum whose carry crosses one addition a block: inside a block the differences are summed on their own. The order of
    /// operations depends on the place in the series alone, so a longer series has the same values where both have one.
    /// </remarks>
    public static void Sum(ReadOnlySpan<double> values, int window, double scale, Span<double> result)
    {
        int n = values.Length;
        if (n < window)
        {
            return;
        }

        double carry = 0;
        foreach (double value in values[..window])
        {
            carry += value;
        }

        result[window - 1] = carry * scale;
        var added = values[window..];
        var removed = values[..added.Length];
        var target = result[window..n];
        int i = 0;
        for (; i <= target.Length - Block; i += Block)
        {
            var a = added.Slice(i, Block);
            var r = removed.Slice(i, Block);
            var t = target.Slice(i, Block);
            double s0 = a[0] - r[0];
            double s1 = s0 + (a[1] - r[1]);
            double s2 = s1 + (a[2] - r[2]);
            double s3 = s2 + (a[3] - r[3]);
            double s4 = s3 + (a[4] - r[4]);
            double s5 = s4 + (a[5] - r[5]);
            double s6 = s5 + (a[6] - r[6]);
            double s7 = s6 + (a[7] - r[7]);
            t[0] = (carry + s0) * scale;
            t[1] = (carry + s1) * scale;
            t[2] = (carry + s2) * scale;
            t[3] = (carry + s3) * scale;
            t[4] = (carry + s4) * scale;
            t[5] = (carry + s5) * scale;
            t[6] = (carry + s6) * scale;
            carry += s7;
            t[7] = carry * scale;
        }

        double inside = 0;
        for (; i < target.Length; i++)
        {
            inside += added[i] - removed[i];
            target[i] = (carry + inside) * scale;
        }
    }

    /// <summary>The mean of the last <paramref name="window"/> values, from place window - 1 on; see <see cref="Sum"/>.</summary>
    public static void Mean(ReadOnlySpan<double> values, int window, Span<double> result) => Sum(values, window, 1.0 / window, result);
}
