namespace AlphaFactory.Core.Statistics;

/// <summary>Mean P&amp;L of winning trades.</summary>
[Statistic("average_win", "Average win", StatisticUnit.Money, "mean P&L of winning trades",
    Convention = "closed trades after costs")]
public sealed class AverageWin : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] found = [.. run.Trades.Select(trade => trade.ProfitAndLoss).Where(money => money > 0)];
        return found.Length == 0 ? Measure.Undefined("no winning trade") : found.Sum() / found.Length;
    }
}
