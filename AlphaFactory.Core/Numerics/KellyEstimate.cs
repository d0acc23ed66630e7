namespace AlphaFactory.Core.Numerics;

/// <summary>The share of capital with the fastest growth on a sample of returns, and how far it can be trusted.</summary>
/// <param name="Fraction">The share; below 0 when the sample loses on average, above 1 when borrowing would have paid.</param>
/// <param name="Low">Low end of the 95 % interval, no bound applied.</param>
/// <param name="High">High end of the 95 % interval.</param>
/// <param name="Count">Returns in the sample.</param>
/// <remarks>
/// The share f solves mean(r / (1 + f r)) = 0, the first-order condition of mean ln(1 + f r) (Thorp 2006). As the root of an estimating equation its
/// standard error is that of an M-estimator: sqrt(mean(s²) / n) / mean(s²) with s = r / (1 + f r), because the slope of the equation is -mean(s²)
/// (Huber, Robust Statistics, 1981, chapter 6). It takes the returns as independent and the sample as typical, so the truth is wider still.
/// </remarks>
public readonly record struct KellyEstimate(double Fraction, double Low, double High, int Count)
{
    private const double NormalQuantile = 1.959963984540054;
    private const int Halvings = 200;

    /// <summary>The estimate of a sample of returns.</summary>
    /// <returns>Null when no return is above 0 or none is below: then growth has no fastest share.</returns>
    public static KellyEstimate? Of(ReadOnlySpan<double> returns)
    {
        double worst = 0, best = 0;
        foreach (double value in returns)
        {
            worst = Math.Min(worst, value);
            best = Math.Max(best, value);
        }

        if (!(worst < 0) || !(best > 0))
        {
            return null;
        }

        // Growth is concave between the shares at which the worst and the best return would ruin; its slope falls from plus to minus infinity.
        double low = -1 / best, high = -1 / worst;
        for (int i = 0; i < Halvings && high - low > 0; i++)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Slope(returns, middle) > 0 ? (middle, high) : (low, middle);
        }

        double share = low + ((high - low) / 2), squares = 0;
        foreach (double value in returns)
        {
            double slope = value / (1 + (share * value));
            squares += slope * slope;
        }

        double error = 1 / Math.Sqrt(squares);
        return new KellyEstimate(share, share - (NormalQuantile * error), share + (NormalQuantile * error), returns.Length);
    }

    private static double Slope(ReadOnlySpan<double> returns, double share)
    {
        double sum = 0;
        foreach (double value in returns)
        {
            sum += value / (1 + (share * value));
        }

        return sum;
    }
}
