namespace AlphaFactory.Core.Statistics;

/// <summary>Number of closed trades.</summary>
[Statistic("trades", "Trades", StatisticUnit.Count, "closed flat-to-flat trades")]
public sealed class TradeCount : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Trades.Count;
}
