namespace AlphaFactory.Core.Statistics;

/// <summary>Dividends received as cash, which happens with prices as traded only.</summary>
[Statistic("dividends", "Dividends", StatisticUnit.Money, "sum over ex-dates of shares held x dividend",
    Convention = "paid on short positions counts negative; beside P&L, not inside it")]
public sealed class DividendsReceived : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Dividends;
}
