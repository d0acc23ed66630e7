namespace AlphaFactory.Core.Statistics.Benchmarks;

/// <summary>Return of a day that the benchmark does not explain.</summary>
[Statistic("alpha_daily", "Alpha of a day", StatisticUnit.Fraction, "mean(r) - beta x mean(b)",
    Convention = "risk-free rate 0",
    Source = "Jensen, The Performance of Mutual Funds, Journal of Finance 23 (1968)",
    NeedsBenchmark = true, Scope = StatisticScope.Tearsheet)]
public sealed class DailyAlpha : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is { } against ? against.MeanReturn - (against.Beta * against.MeanBenchmark) : Measure.Undefined(BenchmarkComparison.Missing);
}
