namespace AlphaFactory.Core.Statistics;

/// <summary>Commission paid in all.</summary>
[Statistic("commission", "Commission", StatisticUnit.Money, "sum of commissions",
    Convention = "positive; already inside P&L")]
public sealed class CommissionPaid : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Commission;
}
