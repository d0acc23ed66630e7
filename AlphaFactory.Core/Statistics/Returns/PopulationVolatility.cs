namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>Scatter of returns a year with the population deviation.</summary>
[Statistic("vol_ann_ddof0", "Volatility, population", StatisticUnit.Fraction, "sqrt(mean((r - mean(r))^2)) x sqrt(252)",
    Convention = "divided by n",
    Scope = StatisticScope.Tearsheet)]
public sealed class PopulationVolatility : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? Math.Sqrt(run.Moments.SecondCentral * run.DaysPerYear);
}
