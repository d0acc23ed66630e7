namespace AlphaFactory.Core.Statistics;

/// <summary>Mean P&amp;L of losing trades.</summary>
[Statistic("average_loss", "Average loss", StatisticUnit.Money, "mean P&L of losing trades",
    Convention = "closed trades after costs; at or below 0")]
public sealed class AverageLoss : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] found = [.. run.Trades.Select(trade => trade.ProfitAndLoss).Where(money => money < 0)];
        return found.Length == 0 ? Measure.Undefined("no losing trade") : found.Sum() / found.Length;
    }
}
