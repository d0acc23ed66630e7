namespace AlphaFactory.Core.Statistics.Overfitting;

/// <summary>Whether the best of several strategies beats a benchmark by more than the luck of choosing it.</summary>
/// <param name="MeanDifferences">Mean daily lead of each strategy over the benchmark.</param>
/// <param name="LongRunVariances">Long-run variance of each lead.</param>
/// <param name="RealityCheckStatistic">White: largest sqrt(n) x mean lead.</param>
/// <param name="RealityCheckProbability">White's p-value.</param>
/// <param name="Statistic">Hansen: largest sqrt(n) x mean lead over its deviation, 0 at least.</param>
/// <param name="Lower">Hansen's p-value when every strategy worse than the benchmark is taken for equal to its own mean: too small.</param>
/// <param name="Consistent">Hansen's p-value when only clearly worse strategies are: the one to use.</param>
/// <param name="Upper">Hansen's p-value when none is: too large.</param>
/// <remarks>
/// Sources: White, A Reality Check for Data Snooping, Econometrica 68 (2000); Hansen, A Test for Superior Predictive Ability, Journal of
/// Business and Economic Statistics 23 (2005).
/// </remarks>
public sealed record SuperiorityTest(
    IReadOnlyList<double> MeanDifferences,
    IReadOnlyList<double> LongRunVariances,
    double RealityCheckStatistic,
    double RealityCheckProbability,
    double Statistic,
    double Lower,
    double Consistent,
    double Upper)
{
    /// <summary>Runs both tests on given resamples.</summary>
    /// <param name="differences">Daily return of each strategy less that of the benchmark; one column a strategy, the same length, each varying.</param>
    /// <param name="resamples">Rows of indices into the days, as <see cref="Resampling.StationaryBootstrap"/> draws them.</param>
    /// <param name="meanBlock">Mean block length the rows were drawn with.</param>
    /// <param name="cancellationToken">Stops within a few resamples.</param>
    public static SuperiorityTest Compute(IReadOnlyList<double[]> differences, IReadOnlyList<int[]> resamples, double meanBlock, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(differences.Count);
        ArgumentOutOfRangeException.ThrowIfZero(resamples.Count);
        int n = differences[0].Length;
        double[] means = [.. differences.Select(column => column.Average())];
        double[] variances = [.. differences.Select(column => LongRunVariance.OfStationaryBootstrap(column, meanBlock))];
        if (Array.FindIndex(variances, variance => !(variance > 0)) is >= 0 and var still)
        {
            throw new ArgumentException($"Column {still} of the differences does not vary, or holds a value that is not finite. Leave it out: there is no luck in it to test.", nameof(differences));
        }

        double[] deviations = Array.ConvertAll(variances, Math.Sqrt);
        double[] ones = [.. means.Select(_ => 1.0)];
        double[][] sums = [.. differences.Select(RunningSums)];
        double[][] drawn = [.. resamples.Select(row => Means(row, sums, cancellationToken))];
        double root = Math.Sqrt(n);

        double[] lower = Array.ConvertAll(means, mean => Math.Max(mean, 0));
        double[] consistent = [.. means.Select((mean, k) => mean >= -Math.Sqrt(variances[k] / n * 2 * Math.Log(Math.Log(n))) ? mean : 0)];
        double check = Largest(means, new double[means.Length], ones, root), best = Math.Max(Largest(means, new double[means.Length], deviations, root), 0);
        return new SuperiorityTest(
            means,
            variances,
            check,
            Share(drawn, means, ones, root, check),
            best,
            Share(drawn, lower, deviations, root, best),
            Share(drawn, consistent, deviations, root, best),
            Share(drawn, means, deviations, root, best));
    }

    /// <summary>Means of all columns over the days of one resample. Those are blocks of days that follow each other, and the sum of a block is the difference of two running sums.</summary>
    private static double[] Means(int[] row, double[][] sums, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        double[] means = new double[sums.Length];
        for (int start = 0; start < row.Length;)
        {
            int end = start + 1;
            while (end < row.Length && row[end] == row[end - 1] + 1)
            {
                end++;
            }

            int first = row[start], last = row[end - 1] + 1;
            for (int k = 0; k < means.Length; k++)
            {
                means[k] += sums[k][last] - sums[k][first];
            }

            start = end;
        }

        for (int k = 0; k < means.Length; k++)
        {
            means[k] /= row.Length;
        }

        return means;
    }

    /// <summary>Sum of the values before each place, one more than there are.</summary>
    private static double[] RunningSums(double[] column)
    {
        double[] sums = new double[column.Length + 1];
        for (int day = 0; day < column.Length; day++)
        {
            sums[day + 1] = sums[day] + column[day];
        }

        return sums;
    }

    private static double Share(double[][] drawn, double[] centre, double[] deviations, double root, double statistic) =>
        (double)drawn.Count(means => Largest(means, centre, deviations, root) > statistic) / drawn.Length;

    private static double Largest(double[] means, double[] centre, double[] deviations, double root)
    {
        double largest = double.NegativeInfinity;
        for (int k = 0; k < means.Length; k++)
        {
            largest = Math.Max(largest, root * (means[k] - centre[k]) / deviations[k]);
        }

        return largest;
    }
}
