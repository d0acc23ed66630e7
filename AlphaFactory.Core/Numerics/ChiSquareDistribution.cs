namespace AlphaFactory.Core.Numerics;

/// <summary>The chi-square distribution with a whole number of degrees of freedom.</summary>
public static class ChiSquareDistribution
{
    private const int MostDegrees = 1000;

    private const double LargestPlainHalf = 600;

    /// <summary>Probability of a value above <paramref name="value"/>; relative error about 1e-13, also far out.</summary>
    /// <param name="value">The value; the answer is 1 at or below 0 and NaN for NaN.</param>
    /// <param name="degrees">Degrees of freedom, 1 to 1000.</param>
    /// <remarks>The finite sums of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.4 and 26.4.5: all terms are positive, so nothing cancels.</remarks>
    public static double UpperTail(double value, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degrees, MostDegrees);
        if (double.IsNaN(value))
        {
            return double.NaN;
        }

        double half = value / 2;
        return value <= 0 ? 1
            : double.IsPositiveInfinity(value) ? 0
            : degrees % 2 == 0 ? Sum(Math.Exp(-half), half, 1, degrees / 2)
            : (2 * NormalDistribution.Cumulative(-Math.Sqrt(value))) + (degrees == 1 ? 0 : Sum(2 * NormalDistribution.Density(Math.Sqrt(value)) * Math.Sqrt(value), half, 1.5, (degrees - 1) / 2));
    }

    /// <summary>first + first half / k + first half^2 / (k (k + 1)) + …, count terms.</summary>
    private static double Sum(double first, double half, double k, int count)
    {
        if (half > LargestPlainHalf)
        {
            return DownwardSum(half, k, count);
        }

        double term = first, sum = first;
        for (int i = 1; i < count; i++, k++)
        {
            term *= half / k;
            sum += term;
        }

        return sum;
    }

    /// <summary>The same from the last term down, whose logarithm stands for a first one too small to be written.</summary>
    private static double DownwardSum(double half, double k, int count)
    {
        double logarithm = k == 1 ? -half : Math.Log(2 * Math.Sqrt(half / Math.PI)) - half;
        for (int i = 1; i < count; i++)
        {
            logarithm += Math.Log(half / (k + i - 1));
        }

        double share = 1, sum = 1;
        for (int i = count - 1; i >= 1; i--)
        {
            share *= (k + i - 1) / half;
            sum += share;
        }

        return Math.Exp(logarithm) * sum;
    }
}
