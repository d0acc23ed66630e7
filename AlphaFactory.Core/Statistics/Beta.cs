namespace AlphaFactory.Core.Statistics;

/// <summary>Slope of daily returns on the benchmark.</summary>
[Statistic("beta", "Beta", StatisticUnit.Ratio, "cov(r, b) / var(b)",
    Convention = "ordinary least squares on daily simple returns",
    NeedsBenchmark = true, Scope = StatisticScope.Both)]
public sealed class Beta : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is { } pair ? pair.Beta : Measure.Undefined(BenchmarkComparison.Missing);
}
