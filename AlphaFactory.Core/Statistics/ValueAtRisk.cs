using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>The daily return that only 5% of days fell below.</summary>
[Statistic("var_95", "Value at risk 95%", StatisticUnit.Fraction, "5th percentile of daily returns",
    Convention = "historical, linear interpolation; QuantStats takes the normal distribution",
    Scope = StatisticScope.Both, Alias = "var95_hist_linear")]
public sealed class ValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] sorted = [.. run.Returns];
        Array.Sort(sorted);
        return sorted.Length == 0 ? Measure.Undefined("there is no day") : Percentile.OfSorted(sorted, 0.05);
    }
}
