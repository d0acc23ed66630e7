using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>The return that 5% of days would fall below if returns were normal.</summary>
[Statistic("var95_normal_ddof1", "Value at risk 95%, normal", StatisticUnit.Fraction, "mean(r) + z_0.05 x sd(r)",
    Convention = "n - 1; a negative return; as QuantStats",
    Source = "Jorion, Value at Risk, 3rd edition (2006)",
    Scope = StatisticScope.Tearsheet)]
public sealed class NormalValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days") : run.Moments.Mean + (NormalDistribution.Quantile(0.05) * run.Moments.SampleDeviation);
}
