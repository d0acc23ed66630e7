namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>The largest daily return.</summary>
[Statistic("best_day", "Best day", StatisticUnit.Fraction, "max(r)",
    Scope = StatisticScope.Tearsheet)]
public sealed class BestDay : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? run.SortedReturns[^1];
}
