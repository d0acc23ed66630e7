namespace AlphaFactory.Core.Statistics;

/// <summary>Yearly return that the benchmark does not explain.</summary>
[Statistic("alpha", "Alpha", StatisticUnit.Fraction, "(1 + mean(r) - beta x mean(b))^252 - 1",
    Convention = "compounded, risk-free rate 0, as empyrical; QuantStats multiplies by 252",
    Source = "Jensen, The Performance of Mutual Funds, Journal of Finance 23 (1968)",
    NeedsBenchmark = true, Scope = StatisticScope.Both, Alias = "alpha_ann_geometric")]
public sealed class Alpha : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        BenchmarkComparison.Of(run) is { } pair ? Math.Pow(1 + pair.MeanReturn - (pair.Beta * pair.MeanBenchmark), run.DaysPerYear) - 1 : Measure.Undefined(BenchmarkComparison.Missing);
}
