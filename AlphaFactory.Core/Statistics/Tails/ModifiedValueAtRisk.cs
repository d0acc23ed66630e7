namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>Normal value at risk with its quantile bent by skewness and kurtosis.</summary>
[Statistic("var95_cornish_fisher", "Value at risk 95%, modified", StatisticUnit.Fraction, "mean(r) + z_cf x sd(r)",
    Convention = "z_cf = z + (z^2 - 1) g3 / 6 + (z^3 - 3 z) (g4 - 3) / 24 - (2 z^3 - 5 z) g3^2 / 36, population moments",
    Source = "Cornish and Fisher (1938); Favre and Galeano, Mean-Modified Value-at-Risk, Journal of Alternative Investments 5 (2002)",
    Scope = StatisticScope.Tearsheet)]
public sealed class ModifiedValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? run.Moments.Mean + (CornishFisher.Quantile(0.05, run.Moments) * run.Moments.SampleDeviation);
}
