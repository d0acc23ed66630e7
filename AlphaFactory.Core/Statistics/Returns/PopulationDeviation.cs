namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>Scatter of the daily returns taken as the whole population.</summary>
[Statistic("std_daily_ddof0", "Daily deviation, population", StatisticUnit.Fraction, "sqrt(mean((r - mean(r))^2))",
    Convention = "divided by n",
    Scope = StatisticScope.Tearsheet)]
public sealed class PopulationDeviation : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? Math.Sqrt(run.Moments.SecondCentral);
}
