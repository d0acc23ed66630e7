namespace AlphaFactory.Core.Statistics;

/// <summary>Mean profit of a closed trade.</summary>
[Statistic("expectancy", "Expectancy", StatisticUnit.Money, "mean P&L of a trade",
    Convention = "closed trades after costs, in money")]
public sealed class Expectancy : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Trades.Count == 0 ? Measure.Undefined("no closed trade")
        : run.Trades.Sum(trade => trade.ProfitAndLoss) / run.Trades.Count;
}
