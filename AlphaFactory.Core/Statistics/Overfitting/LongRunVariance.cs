namespace AlphaFactory.Core.Statistics.Overfitting;

/// <summary>Variance of the mean of a dependent series times its length, as the stationary bootstrap would find it.</summary>
public static class LongRunVariance
{
    /// <summary>Autocovariances weighted by the chance that a pair survives the drawing of blocks; 0 or more but for rounding.</summary>
    /// <param name="values">Finite values, two or more.</param>
    /// <param name="meanBlock">Mean block length, 1 or more.</param>
    /// <remarks>Source: Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association 89 (1994), lemma 1.</remarks>
    public static double OfStationaryBootstrap(ReadOnlySpan<double> values, double meanBlock)
    {
        int n = values.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(meanBlock, 1);
        double mean = 0, stay = 1 - (1 / meanBlock);
        foreach (double value in values)
        {
            mean += value / n;
        }

        double variance = 0;
        for (int lag = 0; lag < n; lag++)
        {
            double together = 0;
            for (int i = lag; i < n; i++)
            {
                together += (values[i] - mean) * (values[i - lag] - mean);
            }

            double share = (double)lag / n;
            double weight = lag == 0 ? 1 : 2 * (((1 - share) * Math.Pow(stay, lag)) + (share * Math.Pow(stay, n - lag)));
            variance += weight * together / n;
        }

        return variance;
    }
}
