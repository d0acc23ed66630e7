namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Share of capital with the fastest growth if returns stayed as they were.</summary>
[Statistic("kelly_continuous", "Kelly fraction of daily returns", StatisticUnit.Ratio, "mean(r) / sd(r)^2",
    Convention = "n - 1; half of it or less is common practice, as the mean is known badly",
    Source = "Kelly, A New Interpretation of Information Rate, Bell System Technical Journal 35 (1956)",
    Scope = StatisticScope.Tearsheet)]
public sealed class ContinuousKelly : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? run.Moments.Mean / (run.Moments.SampleDeviation * run.Moments.SampleDeviation);
}
