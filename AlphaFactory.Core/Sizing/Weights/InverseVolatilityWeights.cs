using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Sizing.Weights;

/// <summary>Weights in inverse proportion to volatility.</summary>
[Weighting("inverse-volatility", "Inverse volatility",
    Says = "Calm symbols take a large share and wild ones a small one. Correlations are left out, so many alike symbols still add up to one large bet.",
    Formula = "(1 / deviation) / sum of (1 / deviation)",
    Source = "Leote de Carvalho, Lu, Moulin, Demystifying Equity Risk-Based Strategies, Journal of Portfolio Management 38 (2012)")]
public sealed class InverseVolatilityWeights : IWeighting
{
    /// <inheritdoc/>
    public double[]? Of(CovarianceMatrix covariance)
    {
        double[] inverse = [.. Enumerable.Range(0, covariance.Count).Select(symbol => 1 / covariance.Deviation(symbol))];
        double sum = inverse.Sum();
        return sum > 0 && double.IsFinite(sum) ? [.. inverse.Select(value => value / sum)] : null;
    }
}
