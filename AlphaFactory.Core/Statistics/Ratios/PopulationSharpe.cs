namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sharpe ratio with the population deviation.</summary>
[Statistic("sharpe_ddof0", "Sharpe ratio, population", StatisticUnit.Ratio, "mean(r) / sqrt(mean((r - mean(r))^2)) x sqrt(252)",
    Convention = "deviation divided by n; risk-free rate 0",
    Scope = StatisticScope.Tearsheet)]
public sealed class PopulationSharpe : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? run.Moments.Mean / Math.Sqrt(run.Moments.SecondCentral) * Math.Sqrt(run.DaysPerYear);
}
