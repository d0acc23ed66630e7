namespace AlphaFactory.Core.Statistics;

/// <summary>Share of closed trades that made money.</summary>
[Statistic("win_rate", "Win rate", StatisticUnit.Fraction, "wins / (wins + losses + draws)",
    Convention = "closed trades after costs; a trade of exactly 0 is a draw and counts in n")]
public sealed class WinRate : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Trades.Count == 0 ? Measure.Undefined("no closed trade")
        : (double)run.Trades.Count(trade => trade.ProfitAndLoss > 0) / run.Trades.Count;
}
