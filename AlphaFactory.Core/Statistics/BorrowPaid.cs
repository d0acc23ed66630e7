namespace AlphaFactory.Core.Statistics;

/// <summary>What borrowed shares cost in all.</summary>
[Statistic("borrow", "Borrowing", StatisticUnit.Money, "sum over nights short of value x rate x days / 365",
    Convention = "positive; beside P&L, not inside it")]
public sealed class BorrowPaid : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Borrow;
}
