using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Association;

/// <summary>How closely two samples agree in order, whatever the distances: Pearson's correlation of the ranks (Spearman).</summary>
public static class RankCorrelation
{
    /// <summary>The correlation of pairs; equal values share the mean of their ranks.</summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">As many finite values.</param>
    /// <returns>-1 to 1; NaN with fewer than two pairs or when a sample does not vary.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Source: Spearman, The Proof and Measurement of Association between Two Things (1904).</remarks>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"There are {first.Length} values against {second.Length}. Give pairs.", nameof(second));
        }

        double[] left = new double[first.Length], right = new double[second.Length];
        int[] order = new int[first.Length];
        AverageRanks.Write(first, left, order);
        AverageRanks.Write(second, right, order);
        return PearsonCorrelation.Of(left, right);
    }
}
