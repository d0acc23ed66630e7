namespace AlphaFactory.Core.Statistics.Days;

/// <summary>What the winning days gave for each unit the losing days took.</summary>
[Statistic("profit_factor_days", "Profit factor of days", StatisticUnit.Ratio, "sum(r | r > 0) / |sum(r | r < 0)|",
    Convention = "of daily returns; the profit factor of trades is another figure",
    Scope = StatisticScope.Tearsheet)]
public sealed class ProfitFactorOfDays : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        DayOutcomes.GainOverLoss(run);
}
