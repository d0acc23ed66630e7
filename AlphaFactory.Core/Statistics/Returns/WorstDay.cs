namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>The smallest daily return.</summary>
[Statistic("worst_day", "Worst day", StatisticUnit.Fraction, "min(r)",
    Scope = StatisticScope.Tearsheet)]
public sealed class WorstDay : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? run.SortedReturns[0];
}
