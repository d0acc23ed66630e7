namespace AlphaFactory.Core.Statistics;

/// <summary>Trades still open at the end; marked to market, in no trade statistic.</summary>
[Statistic("open_trades", "Open trades", StatisticUnit.Count, "positions held at the end")]
public sealed class OpenTradeCount : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.OpenTrades;
}
