namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sharpe ratio over a risk-free rate of 2% a year, compounded.</summary>
[Statistic("sharpe_rf2pct_geometric_ddof1", "Sharpe ratio over 2%", StatisticUnit.Ratio, "(mean(r) - (1.02^(1 / 252) - 1)) / sd(r) x sqrt(252)",
    Convention = "the daily rate compounds to 2%, as QuantStats",
    Scope = StatisticScope.Tearsheet)]
public sealed class SharpeOverTwoPercent : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? (run.Moments.Mean - (Math.Pow(1.02, 1 / run.DaysPerYear) - 1)) / run.Moments.SampleDeviation * Math.Sqrt(run.DaysPerYear);
}
