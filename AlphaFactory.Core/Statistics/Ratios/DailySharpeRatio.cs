namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sharpe ratio that is not annualised: the unit of the probabilistic Sharpe ratio.</summary>
[Statistic("sharpe_daily_ddof1", "Sharpe ratio of a day", StatisticUnit.Ratio, "mean(r) / sd(r)",
    Convention = "n - 1; risk-free rate 0",
    Scope = StatisticScope.Tearsheet)]
public sealed class DailySharpeRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? run.DailySharpe;
}
