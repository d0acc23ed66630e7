namespace AlphaFactory.Core.Statistics.Benchmarks;

/// <summary>Share of the scatter that the benchmark explains.</summary>
[Statistic("r_squared", "R squared", StatisticUnit.Fraction, "correlation^2",
    NeedsBenchmark = true, Scope = StatisticScope.Tearsheet)]
public sealed class Determination : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is { } against ? Undefined.WithoutSpread(run) ?? against.Correlation * against.Correlation : Measure.Undefined(BenchmarkComparison.Missing);
}
