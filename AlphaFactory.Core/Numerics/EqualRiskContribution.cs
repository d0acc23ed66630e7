namespace AlphaFactory.Core.Numerics;

/// <summary>
/// Weights above 0 that add up to 1 and of which each contributes the same part of the variance: w_i (Σw)_i = w'Σw / n.
/// </summary>
/// <remarks>
/// Minimises x'Cx / 2 - Σ ln(x_i) / n over x above 0, which is convex and whose minimum has equal contributions (Spinu, An Algorithm for Computing Risk
/// Parity Weights, 2013), by cyclic coordinate descent (Griveau-Billion, Richard, Roncalli, A Fast Algorithm for Computing High-Dimensional Risk Parity
/// Portfolios, 2013). C is the correlation matrix, so that the speed does not depend on the scale of the volatilities.
/// </remarks>
public static class EqualRiskContribution
{
    /// <summary>Largest relative difference of a contribution from 1 / n at which the weights count as found.</summary>
    public const double Tolerance = 1e-8;

    // What is asked of the iteration is less than what is promised, so that dividing by the sum at the end cannot break the promise.
    private const double Aim = Tolerance / 100;
    private const int MostSweeps = 10_000;

    /// <summary>Solves for the weights.</summary>
    /// <returns>One weight a column, or null when there are none: a variance is 0, or some mix of the columns has no variance, so that it could be held without end.</returns>
    public static double[]? Solve(CovarianceMatrix covariance)
    {
        int n = covariance.Count;
        double[] deviation = [.. Enumerable.Range(0, n).Select(covariance.Deviation)];
        if (n == 0 || deviation.Any(value => !(value > 0)))
        {
            return null;
        }

        double[] correlation = new double[n * n], x = new double[n], risk = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                correlation[(i * n) + j] = i == j ? 1 : covariance[i, j] / (deviation[i] * deviation[j]);
            }
        }

        x.AsSpan().Fill(1 / Math.Sqrt(n));
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            Multiply(correlation, x, risk);
            if (Spread(x, risk) <= Aim)
            {
                return Weights(x, deviation);
            }

            Descend(correlation, x);
        }

        return null;
    }

    /// <summary>The part of the variance that each weight contributes; the parts add up to 1.</summary>
    public static double[] Contributions(CovarianceMatrix covariance, ReadOnlySpan<double> weights)
    {
        double[] parts = new double[weights.Length];
        double variance = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = weights[i] * Product(covariance.Row(i), weights);
            variance += parts[i];
        }

        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] /= variance;
        }

        return parts;
    }

    /// <summary>One step a coordinate: the root above 0 of x² + b x - 1/n, b the pull of the other coordinates.</summary>
    private static void Descend(double[] correlation, double[] x)
    {
        int n = x.Length;
        for (int i = 0; i < n; i++)
        {
            double others = Product(correlation.AsSpan(i * n, n), x) - x[i], root = Math.Sqrt((others * others) + (4.0 / n));
            // Of the two forms of the root the one without a difference of near numbers.
            x[i] = others > 0 ? 2.0 / n / (others + root) : (root - others) / 2;
        }
    }

    private static double Spread(double[] x, double[] risk)
    {
        double variance = 0, spread = 0;
        for (int i = 0; i < x.Length; i++)
        {
            variance += x[i] * risk[i];
        }

        for (int i = 0; i < x.Length; i++)
        {
            spread = Math.Max(spread, Math.Abs((x[i] * risk[i] * x.Length / variance) - 1));
        }

        return variance > 0 && double.IsFinite(spread) ? spread : double.PositiveInfinity;
    }

    private static void Multiply(double[] matrix, double[] vector, double[] result)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            result[i] = Product(matrix.AsSpan(i * vector.Length, vector.Length), vector);
        }
    }

    private static double Product(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double[] Weights(double[] x, double[] deviation)
    {
        double[] weights = [.. x.Zip(deviation, (share, volatility) => share / volatility)];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
