namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sortino ratio over the population deviation of losing days around their own mean.</summary>
[Statistic("sortino_std_of_negatives_ddof0", "Sortino ratio, population of losses", StatisticUnit.Ratio, "mean(r) / sqrt(var(r | r < 0)) x sqrt(252)",
    Convention = "divided by the number of losing days",
    Scope = StatisticScope.Tearsheet)]
public sealed class SortinoOverLosses : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        LosingDays.Spread(run) ?? run.Moments.Mean / Math.Sqrt(LosingDays.Moments(run).SecondCentral) * Math.Sqrt(run.DaysPerYear);
}
