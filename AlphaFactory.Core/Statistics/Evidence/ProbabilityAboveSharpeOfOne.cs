namespace AlphaFactory.Core.Statistics.Evidence;

/// <summary>Probability that the true Sharpe ratio is above 1 a year.</summary>
[Statistic("psr_vs_annual_sharpe_1", "Probability of a Sharpe ratio above 1", StatisticUnit.Fraction, "PSR against SR* = 1 / sqrt(252)",
    Convention = "population moments, raw kurtosis",
    Source = "Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012)",
    Scope = StatisticScope.Tearsheet)]
public sealed class ProbabilityAboveSharpeOfOne : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        ProbabilisticSharpe.Against(run, 1 / Math.Sqrt(run.DaysPerYear));
}
