namespace AlphaFactory.Core.Numerics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private const double InverseSqrtTwoPi = 0.39894228040143267794;

    /// <summary>Density at <paramref name="z"/>.</summary>
    public static double Density(double z) => InverseSqrtTwoPi * Math.Exp(-0.5 * z * z);

    /// <summary>Probability of a value below <paramref name="z"/>; relative error about 1e-14, also in the tails.</summary>
    /// <remarks>Series and continued fraction: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.11 and 26.2.14.</remarks>
    public static double Cumulative(double z)
    {
        if (double.IsNaN(z))
        {
            return double.NaN;
        }

        if (Math.Abs(z) < 5)
        {
            return z < -2.5 ? Tail(-z) : z > 2.5 ? 1 - Tail(z) : 0.5 + Series(z);
        }

        return z < 0 ? Tail(-z) : 1 - Tail(z);
    }

    /// <summary>The value below which a probability lies; NaN outside [0, 1], infinite at its ends.</summary>
    /// <remarks>
    /// A start from Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then Halley's method on <see cref="Cumulative"/>, which
    /// triples the correct digits at each step.
    /// </remarks>
    public static double Quantile(double probability)
    {
        if (probability is 0 or 1)
        {
            return probability == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (!(probability is > 0 and < 1))
        {
            return double.NaN;
        }

        if (probability > 0.5)
        {
            return -Quantile(1 - probability);
        }

        double t = Math.Sqrt(-2 * Math.Log(probability));
        double z = (((((0.010328 * t) + 0.802853) * t) + 2.515517) / ((((((0.001308 * t) + 0.189269) * t) + 1.432788) * t) + 1)) - t;
        for (int i = 0; i < 3; i++)
        {
            double step = (Cumulative(z) - probability) / Density(z);
            z -= step / (1 + (0.5 * z * step));
        }

        return z;
    }

    private static double Series(double z)
    {
        double term = z, sum = z;
        for (int k = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum) && k < 400; k += 2)
        {
            term *= z * z / k;
            sum += term;
        }

        return Density(z) * sum;
    }

    private static double Tail(double z)
    {
        double fraction = z;
        for (int k = 160; k >= 1; k--)
        {
            fraction = z + (k / fraction);
        }

        return Density(z) / fraction;
    }
}
