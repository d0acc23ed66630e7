namespace AlphaFactory.Core.Numerics;

/// <summary>Student's t distribution with any positive number of degrees of freedom.</summary>
public static class StudentDistribution
{
    private const int MostTerms = 500;

    /// <summary>Probability of a value below <paramref name="t"/>; relative error about 1e-12.</summary>
    /// <param name="t">The value.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    /// <returns>0 to 1; NaN for NaN.</returns>
    /// <remarks>Half the regularised incomplete beta function: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.1.</remarks>
    public static double Cumulative(double t, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (double.IsNaN(t))
        {
            return double.NaN;
        }

        double tail = 0.5 * RegularizedBeta(degrees / (degrees + (t * t)), 0.5 * degrees, 0.5);
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>The value below which a probability lies; NaN outside (0, 1).</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double Quantile(double probability, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (!(probability is > 0 and < 1))
        {
            return double.NaN;
        }

        // By symmetry the answer is sought above 0; halving a bracket is slow but cannot go astray.
        double upper = Math.Max(probability, 1 - probability), low = 0, high = 1;
        while (Cumulative(high, degrees) < upper && high < 1e12)
        {
            high *= 2;
        }

        for (int i = 0; i < 200 && high - low > 1e-14 * high; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Cumulative(middle, degrees) < upper ? (middle, high) : (low, middle);
        }

        return probability < 0.5 ? -0.5 * (low + high) : 0.5 * (low + high);
    }

    private static double RegularizedBeta(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>The continued fraction 26.5.8, by Lentz's method.</summary>
    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        double c = 1, d = 1 / Clear(1 - ((a + b) * x / (a + 1))), result = d;
        for (int m = 1; m <= MostTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            foreach (double term in (ReadOnlySpan<double>)[even, odd])
            {
                d = 1 / Clear(1 + (term * d));
                c = Clear(1 + (term / c));
                result *= c * d;
            }

            if (Math.Abs((c * d) - 1) < 1e-15)
            {
                break;
            }
        }

        return result;

        static double Clear(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }

    /// <summary>Stirling's series after a shift above 10; error below 1e-14.</summary>
    private static double LogGamma(double x)
    {
        double shift = 0;
        while (x < 10)
        {
            shift -= Math.Log(x);
            x++;
        }

        double inverse = 1 / x, square = inverse * inverse;
        double series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188))))))));
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series;
    }
}
