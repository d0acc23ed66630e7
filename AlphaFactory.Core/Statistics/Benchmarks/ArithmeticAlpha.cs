namespace AlphaFactory.Core.Statistics.Benchmarks;

/// <summary>Return of a year that the benchmark does not explain, not compounded.</summary>
[Statistic("alpha_ann_arithmetic", "Alpha, arithmetic", StatisticUnit.Fraction, "(mean(r) - beta x mean(b)) x 252",
    Convention = "as QuantStats",
    Source = "Jensen, The Performance of Mutual Funds, Journal of Finance 23 (1968)",
    NeedsBenchmark = true, Scope = StatisticScope.Tearsheet)]
public sealed class ArithmeticAlpha : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is { } against ? (against.MeanReturn - (against.Beta * against.MeanBenchmark)) * run.DaysPerYear : Measure.Undefined(BenchmarkComparison.Missing);
}
