namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Volatility of the last five windows of 63 days.</summary>
[ColumnStatistic("rolling_vol_63_last5", "Rolling volatility", "sd(r) x sqrt(252) of the last 63 days, for each of the last 5 days", Convention = "n - 1")]
public sealed class LastRollingVolatility : IColumnStatistic
{
    /// <inheritdoc/>
    public MeasureColumn Compute(Performance run) => run.Days < 67
        ? MeasureColumn.Undefined("fewer than 67 days")
        : MeasureColumn.Of(RollingReturns.Volatility(run.Returns, 63, run.DaysPerYear)[^5..]);
}
