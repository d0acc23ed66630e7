namespace AlphaFactory.Core.Statistics.Benchmarks;

/// <summary>Mean daily lead over the benchmark for each unit of its scatter.</summary>
[Statistic("information_ratio_daily", "Information ratio of a day", StatisticUnit.Ratio, "mean(r - b) / sd(r - b)",
    Convention = "not annualised, as QuantStats and empyrical",
    Source = "Goodwin, The Information Ratio, Financial Analysts Journal 54 (1998)",
    NeedsBenchmark = true, Scope = StatisticScope.Tearsheet)]
public sealed class DailyInformationRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is not { } against ? Measure.Undefined(BenchmarkComparison.Missing)
        : against.Difference.IsConstant ? Measure.Undefined("the difference to the benchmark does not vary")
        : against.Difference.Mean / against.Difference.SampleDeviation;
}
