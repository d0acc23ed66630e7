namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Scatter of the losses around 0, a year.</summary>
[Statistic("downside_dev_ann_full_n", "Downside deviation", StatisticUnit.Fraction, "sqrt(mean(min(r, 0)^2)) x sqrt(252)",
    Convention = "over all n days; target 0",
    Source = "Sortino and Price, Performance Measurement in a Downside Risk Framework, Journal of Investing 3 (1994)",
    Scope = StatisticScope.Tearsheet)]
public sealed class DownsideDeviation : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? LosingDays.Deviation(run) * Math.Sqrt(run.DaysPerYear);
}
