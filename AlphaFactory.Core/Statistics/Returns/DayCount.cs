namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>Number of days that every figure is made of.</summary>
[Statistic("n", "Days", StatisticUnit.Count, "number of daily returns",
    Scope = StatisticScope.Tearsheet)]
public sealed class DayCount : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days;
}
