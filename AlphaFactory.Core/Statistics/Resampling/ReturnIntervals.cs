using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>95 % intervals of figures made of daily returns, by the stationary bootstrap.</summary>
public static class ReturnIntervals
{
    /// <summary>Resamples drawn.</summary>
    public const int Resamples = 1000;

    /// <summary>Mean block length in days.</summary>
    public const double MeanBlock = 20;

    /// <summary>Days below which there is no interval.</summary>
    public const int FewestDays = 20;

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
            var path = ResampledPath.Of(run.Returns, indices, run.DaysPerYear);
            (total[i], sharpe[i], drawdown[i]) = (path.Total, path.Sharpe, path.Drawdown);
            growth[i] = Math.Pow(1 + total[i], run.DaysPerYear / run.Days) - 1;
        }

        return PercentileInterval.Finite(("total_return", total), ("cagr", growth), ("sharpe", sharpe), ("max_drawdown", drawdown));
    }
}
