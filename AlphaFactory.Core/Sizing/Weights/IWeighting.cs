using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Sizing.Weights;

/// <summary>How equity is shared among several symbols, as a pure function of their covariances.</summary>
public interface IWeighting
{
    /// <summary>The weights.</summary>
    /// <param name="covariance">Covariances of the symbols' returns, known when the weights are set.</param>
    /// <returns>One weight a symbol, each at or above 0, together 1; null when they are not defined, such as by a variance of 0.</returns>
    double[]? Of(CovarianceMatrix covariance);
}
