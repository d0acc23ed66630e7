using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Sizing.Weights;

/// <summary>Weights of which each brings the same risk.</summary>
[Weighting("risk-parity", "Risk parity",
    Says = "Every symbol contributes the same part of the portfolio's variance, correlations counted: alike symbols share one part of it.",
    Formula = "w_i (covariance w)_i equal for every i, to 1e-8",
    Source = "Maillard, Roncalli, Teiletche, The Properties of Equally Weighted Risk Contribution Portfolios, Journal of Portfolio Management 36 (2010)")]
public sealed class RiskParityWeights : IWeighting
{
    /// <inheritdoc/>
    public double[]? Of(CovarianceMatrix covariance) => EqualRiskContribution.Solve(covariance);
}
