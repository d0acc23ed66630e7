namespace AlphaFactory.Core.Statistics;

/// <summary>Smallest return of a closed trade.</summary>
[Statistic("worst_trade", "Worst trade", StatisticUnit.Fraction, "smallest return of a trade",
    Convention = "P&L over entry value")]
public sealed class WorstTrade : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Trades.Count == 0 ? Measure.Undefined("no closed trade")
        : run.Trades.Min(trade => trade.Return);
}
