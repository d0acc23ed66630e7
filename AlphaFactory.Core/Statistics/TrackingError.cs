namespace AlphaFactory.Core.Statistics;

/// <summary>Scatter of the daily difference to the benchmark, scaled to a year.</summary>
[Statistic("tracking_error", "Tracking error", StatisticUnit.Fraction, "sd(r - b) x sqrt(252)",
    Convention = "n - 1",
    NeedsBenchmark = true, Scope = StatisticScope.Both, Alias = "tracking_error_ann_ddof1")]
public sealed class TrackingError : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is { } pair ? pair.Difference.SampleDeviation * Math.Sqrt(run.DaysPerYear) : Measure.Undefined(BenchmarkComparison.Missing);
}
