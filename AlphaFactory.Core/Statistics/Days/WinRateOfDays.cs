namespace AlphaFactory.Core.Statistics.Days;

/// <summary>Share of winning days.</summary>
[Statistic("win_rate_all_days", "Winning days", StatisticUnit.Fraction, "days with r > 0 / n",
    Convention = "flat days count in n",
    Scope = StatisticScope.Tearsheet)]
public sealed class WinRateOfDays : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? (double)run.Returns.Count(value => value > 0) / run.Days;
}
