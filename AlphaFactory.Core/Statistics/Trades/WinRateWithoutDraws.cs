namespace AlphaFactory.Core.Statistics.Trades;

/// <summary>Share of winning trades among those that won or lost.</summary>
[Statistic("win_rate_without_draws", "Win rate without draws", StatisticUnit.Fraction, "wins / (wins + losses)",
    Convention = "a trade of exactly 0 is left out")]
public sealed class WinRateWithoutDraws : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        int decided = run.Trades.Count(trade => trade.ProfitAndLoss != 0);
        return decided == 0 ? Measure.Undefined("no trade won or lost") : (double)run.Trades.Count(trade => trade.ProfitAndLoss > 0) / decided;
    }
}
