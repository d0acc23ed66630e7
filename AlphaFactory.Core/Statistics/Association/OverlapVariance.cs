using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Association;

/// <summary>
/// Variance of the mean of a series, times its length, when neighbouring values share returns: what is measured over n bars on each day
/// overlaps with the n - 1 days after it, so a year of daily values holds far fewer than 252 independent ones.
/// </summary>
public static class OverlapVariance
{
    /// <summary>
    /// The larger of two estimates. Hansen and Hodrick count the autocovariances of the overlap whole, which is right for overlap but may come
    /// out too small by chance; Newey and West weigh them down with distance, which never comes out below 0 and also sees dependence beyond the overlap.
    /// </summary>
    /// <param name="values">Finite values, oldest first, two or more.</param>
    /// <param name="bars">Bars each value spans, 1 or more; 1 has no overlap.</param>
    /// <returns>0 or more, in the square of the unit.</returns>
    /// <remarks>
    /// Sources: Hansen and Hodrick, Journal of Political Economy 88 (1980), lag n - 1; Newey and West, Econometrica 55 (1987), lag the larger of
    /// n - 1 and 4 (T / 100)^(2/9).
    /// </remarks>
    public static double Of(ReadOnlySpan<double> values, int bars)
    {
        int count = values.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);
        double mean = Moments.Of(values).Mean, variance = Autocovariance(values, mean, 0), whole = variance, weighted = variance;
        int overlap = bars - 1, lags = Math.Min(count - 1, Math.Max(overlap, (int)(4 * Math.Pow(count / 100.0, 2.0 / 9))));
        for (int lag = 1; lag <= lags; lag++)
        {
            double covariance = Autocovariance(values, mean, lag);
            whole += lag <= overlap ? 2 * covariance : 0;
            weighted += 2 * (1 - (lag / (lags + 1.0))) * covariance;
        }

        return Math.Max(whole, weighted);
    }

    private static double Autocovariance(ReadOnlySpan<double> values, double mean, int lag)
    {
        double sum = 0;
        for (int i = lag; i < values.Length; i++)
        {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }

        return sum / values.Length;
    }
}
