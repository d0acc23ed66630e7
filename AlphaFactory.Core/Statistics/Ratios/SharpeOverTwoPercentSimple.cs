namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sharpe ratio over a risk-free rate of 2% a year, cut into equal days.</summary>
[Statistic("sharpe_rf2pct_simple_ddof1", "Sharpe ratio over 2%, simple", StatisticUnit.Ratio, "(mean(r) - 0.02 / 252) / sd(r) x sqrt(252)",
    Convention = "as empyrical when given 0.02 / 252",
    Scope = StatisticScope.Tearsheet)]
public sealed class SharpeOverTwoPercentSimple : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? (run.Moments.Mean - (0.02 / run.DaysPerYear)) / run.Moments.SampleDeviation * Math.Sqrt(run.DaysPerYear);
}
