using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>Quantile and tail mean of a standardised return whose skewness and kurtosis are known.</summary>
internal static class CornishFisher
{
    /// <summary>The normal quantile bent by skewness and kurtosis.</summary>
    public static double Quantile(double probability, Moments moments)
    {
        double z = NormalDistribution.Quantile(probability), skew = moments.Skewness, excess = moments.Kurtosis - 3;
        return z + (((z * z) - 1) * skew / 6) + (((z * z * z) - (3 * z)) * excess / 24) - (((2 * z * z * z) - (5 * z)) * skew * skew / 36);
    }

    /// <summary>
    /// Mean below the quantile q of the Edgeworth density phi(z) (1 + S/6 He3 + K/24 He4 + S^2/72 He6): the Hermite integrals of
    /// z He_n phi up to q are -phi(q) (q He_(n-1)(q) + He_(n-2)(q)).
    /// </summary>
    public static double TailMean(double probability, Moments moments)
    {
        double q = Quantile(probability, moments), skew = moments.Skewness, excess = moments.Kurtosis - 3, square = q * q;
        double bend = 1
            + (square * q * skew / 6)
            + (((square * square) - (2 * square) - 1) * excess / 24)
            + (((square * square * square) - (9 * square * square) + (9 * square) + 3) * skew * skew / 72);
        return -NormalDistribution.Density(q) * bend / probability;
    }
}
