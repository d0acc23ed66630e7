namespace AlphaFactory.Core.Statistics;

/// <summary>Largest return of a closed trade.</summary>
[Statistic("best_trade", "Best trade", StatisticUnit.Fraction, "largest return of a trade",
    Convention = "P&L over entry value")]
public sealed class BestTrade : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Trades.Count == 0 ? Measure.Undefined("no closed trade")
        : run.Trades.Max(trade => trade.Return);
}
