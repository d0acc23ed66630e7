namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>Mean depth under the last peak over all days.</summary>
[Statistic("avg_drawdown", "Average drawdown", StatisticUnit.Fraction, "mean(drawdown)",
    Convention = "over all days, those at a peak count as 0",
    Scope = StatisticScope.Tearsheet)]
public sealed class AverageDrawdown : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? run.Drawdown.Sum() / run.Days;
}
