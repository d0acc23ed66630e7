using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Association;

/// <summary>How closely two samples lie on a straight line: covariance over both deviations.</summary>
public static class PearsonCorrelation
{
    /// <summary>The correlation of pairs.</summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">As many finite values.</param>
    /// <returns>-1 to 1; NaN with fewer than two pairs or when a sample does not vary.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Source: Pearson, Notes on Regression and Inheritance in the Case of Two Parents (1895). In two passes, so that nothing cancels.</remarks>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"There are {first.Length} values against {second.Length}. Give pairs.", nameof(second));
        }

        Moments left = Moments.Of(first), right = Moments.Of(second);
        if (first.Length < 2 || left.IsConstant || right.IsConstant)
        {
            return double.NaN;
        }

        double together = 0;
        for (int i = 0; i < first.Length; i++)
        {
            together += (first[i] - left.Mean) * (second[i] - right.Mean);
        }

        return Math.Clamp(together / first.Length / Math.Sqrt(left.SecondCentral * right.SecondCentral), -1, 1);
    }
}
