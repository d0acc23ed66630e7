namespace AlphaFactory.Core.Numerics;

/// <summary>The first-order recurrence behind exponential and Wilder's averages.</summary>
public static class Recurrence
{
    private const int Block = 4;

    /// <summary><c>y[0] = keep x start + take x values[0]</c>, then <c>y[t] = keep x y[t-1] + take x values[t]</c>. A NaN makes all that follows NaN.</summary>
    /// <param name="values">n values, oldest first.</param>
    /// <param name="start">The value before the first.</param>
    /// <param name="keep">Weight of the value before.</param>
    /// <param name="take">Weight of the new value.</param>
    /// <param name="result">n places; may be the values themselves.</param>
    /// <returns>The last value, or <paramref name="start"/> when there are none.</returns>
    /// <remarks>
    /// Four values are carried from the one before them by powers of <paramref name="keep"/>, so that one fused multiply-add, not four,
    /// lies between a block and the next. The order of operations depends on the place in the series alone.
    /// </remarks>
    public static double FirstOrder(ReadOnlySpan<double> values, double start, double keep, double take, Span<double> result)
    {
        double keep2 = keep * keep, keep3 = keep2 * keep, keep4 = keep2 * keep2;
        double last = start;
        result = result[..values.Length];
        int i = 0;
        for (; i <= values.Length - Block; i += Block)
        {
            var x = values.Slice(i, Block);
            double local0 = take * x[0];
            double local1 = Math.FusedMultiplyAdd(keep, local0, take * x[1]);
            double local2 = Math.FusedMultiplyAdd(keep, local1, take * x[2]);
            double local3 = Math.FusedMultiplyAdd(keep, local2, take * x[3]);
            var y = result.Slice(i, Block);
            y[0] = Math.FusedMultiplyAdd(keep, last, local0);
            y[1] = Math.FusedMultiplyAdd(keep2, last, local1);
            y[2] = Math.FusedMultiplyAdd(keep3, last, local2);
            last = Math.FusedMultiplyAdd(keep4, last, local3);
            y[3] = last;
        }

        double local = 0, power = 1, before = last;
        for (; i < values.Length; i++)
        {
            double scaled = take * values[i];
            local = power == 1 ? scaled : Math.FusedMultiplyAdd(keep, local, scaled);
            power = power == 1 ? keep : power == keep ? keep2 : keep3;
            last = Math.FusedMultiplyAdd(power, before, local);
            result[i] = last;
        }

        return last;
    }
}
