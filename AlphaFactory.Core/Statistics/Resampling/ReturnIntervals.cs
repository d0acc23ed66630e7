using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>95 % intervals of figures made of daily returns, by the stationary bootstrap.</summary>
public static class ReturnIntervals
{
    /// <summary>Resamples drawn.</summary>
    public const int Resamples = 1000;

    /// <summary>Mean block length in days.</summary>
    public const double MeanBlock = 20;

    private const int FewestDays = 20;

    /// <summary>Percentile intervals of total_return, cagr, sharpe and max_drawdown.</summary>
    /// <param name="run">The run.</param>
    /// <param name="seed">Seed of the resampling.</param>
    /// <returns>Low and high by statistic id; a figure that is undefined in some resample, or a run under 20 days, has none.</returns>
    public static IReadOnlyDictionary<string, (double Low, double High)> Compute(Performance run, int seed)
    {
        if (run.Days < FewestDays || run.Moments.IsConstant)
        {
            return new Dictionary<string, (double, double)>();
        }

        var random = new SeededRandom(unchecked((ulong)seed));
        int[] indices = new int[run.Days];
        double[] total = new double[Resamples], growth = new double[Resamples], sharpe = new double[Resamples], drawdown = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
        {
            StationaryBootstrap.Draw(run.Days, MeanBlock, random, indices);
            (total[i], sharpe[i], drawdown[i]) = Path(run.Returns, indices, run.DaysPerYear);
            growth[i] = Math.Pow(1 + total[i], run.DaysPerYear / run.Days) - 1;
        }

        return PercentileInterval.Finite(("total_return", total), ("cagr", growth), ("sharpe", sharpe), ("max_drawdown", drawdown));
    }

    /// <summary>Figures of the path that the drawn days make, in one pass.</summary>
    private static (double Total, double Sharpe, double Drawdown) Path(double[] returns, int[] indices, double daysPerYear)
    {
        double equity = 1, peak = 1, deepest = 0, sum = 0, squares = 0;
        foreach (int index in indices)
        {
            double value = returns[index];
            sum += value;
            squares += value * value;
            equity *= 1 + value;
            peak = Math.Max(peak, equity);
            deepest = Math.Min(deepest, (equity / peak) - 1);
        }

        double mean = sum / indices.Length;
        double variance = (squares - (sum * mean)) / (indices.Length - 1);
        return (equity - 1, mean / Math.Sqrt(variance) * Math.Sqrt(daysPerYear), deepest);
    }
}
