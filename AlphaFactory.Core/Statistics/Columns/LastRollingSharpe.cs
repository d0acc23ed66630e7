namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Sharpe ratio of the last five windows of 126 days.</summary>
[ColumnStatistic("rolling_sharpe_126_last5", "Rolling Sharpe ratio", "mean(r) / sd(r) x sqrt(252) of the last 126 days, for each of the last 5 days",
    Convention = "n - 1; risk-free rate 0")]
public sealed class LastRollingSharpe : IColumnStatistic
{
    /// <inheritdoc/>
    public MeasureColumn Compute(Performance run) => run.Days < 130
        ? MeasureColumn.Undefined("fewer than 130 days")
        : MeasureColumn.Of(RollingReturns.Sharpe(run.Returns, 126, run.DaysPerYear)[^5..]);
}
