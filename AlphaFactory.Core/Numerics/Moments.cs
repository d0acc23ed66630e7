namespace AlphaFactory.Core.Numerics;

/// <summary>Mean, spread and shape of a sample, in two passes so that nothing cancels.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Mean; NaN when empty.</param>
/// <param name="SecondCentral">Population central moment of order 2.</param>
/// <param name="ThirdCentral">Population central moment of order 3.</param>
/// <param name="FourthCentral">Population central moment of order 4.</param>
/// <param name="LargestMagnitude">Largest absolute value: the scale against which a spread counts as rounding noise.</param>
public readonly record struct Moments(int Count, double Mean, double SecondCentral, double ThirdCentral, double FourthCentral, double LargestMagnitude)
{
    /// <summary>Standard deviation with n - 1; NaN below two values.</summary>
    public double SampleDeviation => Count < 2 ? double.NaN : Math.Sqrt(SecondCentral * Count / (Count - 1));

    /// <summary>Skewness of the population.</summary>
    public double Skewness => ThirdCentral / Math.Pow(SecondCentral, 1.5);

    /// <summary>Raw kurtosis of the population; a normal distribution has 3.</summary>
    public double Kurtosis => FourthCentral / (SecondCentral * SecondCentral);

    /// <summary>Skewness corrected for the bias of a sample (G1); defined from three values on.</summary>
    public double SampleSkewness => Skewness * Math.Sqrt((double)Count * (Count - 1)) / (Count - 2);

    /// <summary>Kurtosis above the normal distribution's, corrected for the bias of a sample (G2); defined from four values on.</summary>
    public double SampleExcessKurtosis => (Count - 1.0) / ((Count - 2.0) * (Count - 3.0)) * (((Count + 1.0) * (Kurtosis - 3)) + 6);

    /// <summary>True when the values differ by no more than rounding: a ratio over their deviation would be noise.</summary>
    public bool IsConstant => Count < 2 || !(Math.Sqrt(SecondCentral) > 1e-12 * LargestMagnitude);

    /// <summary>Moments of a sample.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        double sum = 0, largest = 0;
        foreach (double value in values)
        {
            sum += value;
            largest = Math.Max(largest, Math.Abs(value));
        }

        double mean = sum / values.Length, second = 0, third = 0, fourth = 0;
        foreach (double value in values)
        {
            double distance = value - mean, square = distance * distance;
            second += square;
            third += square * distance;
            fourth += square * square;
        }

        int n = values.Length;
        return new Moments(n, mean, second / n, third / n, fourth / n, largest);
    }
}
