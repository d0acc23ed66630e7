using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Sizing.Weights;

/// <summary>The same weight for every symbol.</summary>
[Weighting("equal-weight", "Equal weight",
    Says = "Every symbol takes the same share. Hard to beat, because nothing is estimated.",
    Formula = "1 / n",
    Source = "DeMiguel, Garlappi, Uppal, Optimal Versus Naive Diversification, Review of Financial Studies 22 (2009)")]
public sealed class EqualWeights : IWeighting
{
    /// <inheritdoc/>
    public double[]? Of(CovarianceMatrix covariance)
    {
        double[] weights = new double[covariance.Count];
        weights.AsSpan().Fill(1.0 / weights.Length);
        return weights.Length == 0 ? null : weights;
    }
}
