namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>Mean of the worst 5% of days with skewness and kurtosis taken into account.</summary>
[Statistic("cvar95_cornish_fisher", "Conditional value at risk 95%, modified", StatisticUnit.Fraction, "mean(r) + sd(r) x E(z | z <= z_cf), Edgeworth density",
    Convention = "the mean of the Edgeworth tail below the Cornish-Fisher quantile, over 0.05",
    Source = "Boudt, Peterson and Croux, Estimation and Decomposition of Downside Risk, Journal of Risk 11 (2008)",
    Scope = StatisticScope.Tearsheet)]
public sealed class ModifiedConditionalValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? run.Moments.Mean + (CornishFisher.TailMean(0.05, run.Moments) * run.Moments.SampleDeviation);
}
