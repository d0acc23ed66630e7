using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>Mean of the worst 5% of days if returns were normal.</summary>
[Statistic("cvar95_normal_ddof1", "Conditional value at risk 95%, normal", StatisticUnit.Fraction, "mean(r) - sd(r) x phi(z_0.05) / 0.05",
    Convention = "n - 1; a negative return",
    Source = "Rockafellar and Uryasev, Optimization of Conditional Value-at-Risk, Journal of Risk 2 (2000)",
    Scope = StatisticScope.Tearsheet)]
public sealed class NormalConditionalValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days") : run.Moments.Mean - (run.Moments.SampleDeviation * NormalDistribution.Density(NormalDistribution.Quantile(0.05)) / 0.05);
}
