namespace AlphaFactory.Core.Numerics;

/// <summary>Percentiles with linear interpolation between order statistics (Hyndman and Fan type 7, numpy's default).</summary>
public static class Percentile
{
    /// <summary>The percentile of values in rising order.</summary>
    /// <param name="sorted">Values, smallest first; NaN when empty.</param>
    /// <param name="fraction">0 is the smallest, 1 the largest.</param>
    /// <remarks>Source: Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996), definition 7.</remarks>
    public static double OfSorted(ReadOnlySpan<double> sorted, double fraction)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        double place = fraction * (sorted.Length - 1);
        int below = (int)place;
        double share = place - below;
        return share == 0 ? sorted[below] : sorted[below] + (share * (sorted[below + 1] - sorted[below]));
    }
}
