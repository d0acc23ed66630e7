namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sortino ratio over the deviation of losing days around their own mean.</summary>
[Statistic("sortino_std_of_negatives_ddof1", "Sortino ratio, deviation of losses", StatisticUnit.Ratio, "mean(r) / sd(r | r < 0) x sqrt(252)",
    Convention = "n - 1 of the losing days; ignores how many days lose, so it is no measure of downside risk",
    Scope = StatisticScope.Tearsheet)]
public sealed class SortinoOverSampleOfLosses : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        LosingDays.Spread(run) ?? run.Moments.Mean / LosingDays.Moments(run).SampleDeviation * Math.Sqrt(run.DaysPerYear);
}
