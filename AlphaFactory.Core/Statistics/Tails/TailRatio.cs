using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>Size of the good tail over that of the bad one.</summary>
[Statistic("tail_ratio", "Tail ratio", StatisticUnit.Ratio, "|95th percentile| / |5th percentile|",
    Convention = "linear interpolation",
    Scope = StatisticScope.Tearsheet)]
public sealed class TailRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        if (run.Days == 0)
        {
            return Measure.Undefined("there is no day");
        }

        double low = Math.Abs(Percentile.OfSorted(run.SortedReturns, 0.05));
        return low > 0 ? Math.Abs(Percentile.OfSorted(run.SortedReturns, 0.95)) / low : Measure.Undefined("the 5th percentile is 0");
    }
}
