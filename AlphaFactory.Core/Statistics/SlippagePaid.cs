namespace AlphaFactory.Core.Statistics;

/// <summary>What slippage cost in all.</summary>
[Statistic("slippage", "Slippage", StatisticUnit.Money, "sum of |fill price - market price| x quantity",
    Convention = "positive; already inside P&L")]
public sealed class SlippagePaid : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Slippage;
}
