namespace AlphaFactory.Core.Statistics;

/// <summary>Money won for each unit of money lost.</summary>
[Statistic("profit_factor", "Profit factor", StatisticUnit.Ratio, "gross profit / gross loss",
    Convention = "money of closed trades after costs; some tools take daily returns")]
public sealed class ProfitFactor : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double profit = run.Trades.Sum(trade => Math.Max(trade.ProfitAndLoss, 0));
        double loss = -run.Trades.Sum(trade => Math.Min(trade.ProfitAndLoss, 0));
        return run.Trades.Count == 0 ? Measure.Undefined("no closed trade")
            : loss == 0 ? Measure.Undefined("no losing trade")
            : profit / loss;
    }
}
