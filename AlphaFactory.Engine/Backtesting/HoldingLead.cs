using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>How far a run's Sharpe ratio lies above that of holding, as an interval.</summary>
internal static class HoldingLead
{
    /// <summary>95% interval of the difference, both resampled on the same days.</summary>
    /// <returns>Null when there are too few days, or when a resampled Sharpe ratio is not defined.</returns>
    public static Interval? Of(Performance run, Performance holding, int seed)
    {
        if (run.Days < ReturnIntervals.FewestDays || run.Days != holding.Days)
        {
            return null;
        }

        var draws = PairedReturns.Draw([run.Returns, holding.Returns], run.DaysPerYear, seed);
        double[] differences = [.. draws[0]["sharpe"].Zip(draws[1]["sharpe"], (own, held) => own - held)];
        if (!Array.TrueForAll(differences, double.IsFinite))
        {
            return null;
        }

        var (low, high) = PercentileInterval.Of(differences);
        return new Interval(low, high);
    }
}
