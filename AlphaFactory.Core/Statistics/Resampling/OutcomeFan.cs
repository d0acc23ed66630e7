using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>The range of equity curves that the same daily returns could just as well have given, by the stationary bootstrap.</summary>
public static class OutcomeFan
{
    /// <summary>Quantiles of resampled equity along time.</summary>
    /// <param name="initialCapital">Money at the start.</param>
    /// <param name="returns">Daily returns, fractions, at least one.</param>
    /// <param name="step">Days between two points.</param>
    /// <param name="paths">Resamples drawn, 1 or more.</param>
    /// <param name="meanBlock">Mean block length in days.</param>
    /// <param name="seed">Seed of the resampling.</param>
    /// <param name="fractions">Quantiles wanted, each from 0 to 1.</param>
    /// <returns>One column per quantile; point k lies after k x <paramref name="step"/> days, point 0 is the initial capital.</returns>
    public static double[][] Compute(double initialCapital, ReadOnlySpan<double> returns, int step, int paths, double meanBlock, ulong seed, IReadOnlyList<double> fractions)
    {
        ArgumentOutOfRangeException.ThrowIfZero(returns.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        int points = (returns.Length / step) + 1;
        double[][] values = [.. Enumerable.Range(0, points).Select(_ => new double[paths])];
        int[] indices = new int[returns.Length];
        var random = new SeededRandom(seed);
        for (int path = 0; path < paths; path++)
        {
            StationaryBootstrap.Draw(returns.Length, meanBlock, random, indices);
            double equity = initialCapital;
            values[0][path] = equity;
            for (int day = 0; day < indices.Length; day++)
            {
                equity *= 1 + returns[indices[day]];
                if ((day + 1) % step == 0)
                {
                    values[(day + 1) / step][path] = equity;
                }
            }
        }

        foreach (double[] point in values)
        {
            Array.Sort(point);
        }

        return [.. fractions.Select(fraction => values.Select(point => Percentile.OfSorted(point, fraction)).ToArray())];
    }
}
