namespace AlphaFactory.Core.Statistics;

/// <summary>Mean return for each unit of scatter, a year.</summary>
[Statistic("sharpe", "Sharpe ratio", StatisticUnit.Ratio, "mean(r) / sd(r) x sqrt(252)",
    Convention = "sample deviation, n - 1; risk-free rate 0; arithmetic mean",
    Source = "Sharpe, Mutual Fund Performance, Journal of Business 39 (1966); The Sharpe Ratio (1994)",
    Scope = StatisticScope.Both, Alias = "sharpe_ddof1")]
public sealed class SharpeRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days")
        : run.Moments.IsConstant ? Measure.Undefined("daily returns do not vary")
        : run.DailySharpe * Math.Sqrt(run.DaysPerYear);
}
