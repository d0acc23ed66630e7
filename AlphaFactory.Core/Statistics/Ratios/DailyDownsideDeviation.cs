namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Scatter of the losses of a day around 0.</summary>
[Statistic("downside_dev_daily_full_n", "Downside deviation of a day", StatisticUnit.Fraction, "sqrt(mean(min(r, 0)^2))",
    Convention = "over all n days; target 0",
    Source = "Sortino and Price, Performance Measurement in a Downside Risk Framework, Journal of Investing 3 (1994)",
    Scope = StatisticScope.Tearsheet)]
public sealed class DailyDownsideDeviation : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? LosingDays.Deviation(run);
}
