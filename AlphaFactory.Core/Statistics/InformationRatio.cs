namespace AlphaFactory.Core.Statistics;

/// <summary>Return above the benchmark for each unit of tracking error, a year.</summary>
[Statistic("information_ratio", "Information ratio", StatisticUnit.Ratio, "mean(r - b) / sd(r - b) x sqrt(252)",
    Convention = "annualised; QuantStats and empyrical do not",
    Source = "Goodwin, The Information Ratio, Financial Analysts Journal 54 (1998)",
    NeedsBenchmark = true, Scope = StatisticScope.Both, Alias = "information_ratio_ann")]
public sealed class InformationRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is not { } pair ? Measure.Undefined(BenchmarkComparison.Missing)
        : pair.Difference.IsConstant ? Measure.Undefined("the difference to the benchmark does not vary")
        : pair.Difference.Mean / pair.Difference.SampleDeviation * Math.Sqrt(run.DaysPerYear);
}
