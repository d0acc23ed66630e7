namespace AlphaFactory.Core.Statistics.Benchmarks;

/// <summary>How closely the run moves with the benchmark.</summary>
[Statistic("correlation", "Correlation", StatisticUnit.Ratio, "cov(r, b) / (sd(r) x sd(b))",
    Convention = "Pearson",
    NeedsBenchmark = true, Scope = StatisticScope.Tearsheet)]
public sealed class Correlation : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is { } against ? Undefined.WithoutSpread(run) ?? against.Correlation : Measure.Undefined(BenchmarkComparison.Missing);
}
