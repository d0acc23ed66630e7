using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Dependence;

/// <summary>Correlation of a series with itself some days earlier, by the two conventions in use.</summary>
public static class Autocorrelation
{
    /// <summary>Correlation of the two shifted pieces, each around its own mean (pandas).</summary>
    /// <param name="values">Finite values, oldest first.</param>
    /// <param name="lag">Days between the pair, 1 or more.</param>
    /// <returns>-1 to 1; NaN when a piece has fewer than two values or does not vary.</returns>
    public static double Pearson(ReadOnlySpan<double> values, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        if (values.Length < lag + 2)
        {
            return double.NaN;
        }

        var late = values[lag..];
        var early = values[..^lag];
        Moments first = Moments.Of(late), second = Moments.Of(early);
        if (first.IsConstant || second.IsConstant)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int i = 0; i < late.Length; i++)
        {
            sum += (late[i] - first.Mean) * (early[i] - second.Mean);
        }

        return sum / late.Length / Math.Sqrt(first.SecondCentral * second.SecondCentral);
    }

    /// <summary>Autocovariance over variance, both around the mean of the whole sample (statsmodels); the form of Ljung and Box.</summary>
    /// <param name="values">Finite values, oldest first.</param>
    /// <param name="lag">Days between the pair, 0 or more.</param>
    /// <returns>-1 to 1; NaN when the lag leaves no pair or the values do not vary.</returns>
    public static double WithOneMean(ReadOnlySpan<double> values, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        var moments = Moments.Of(values);
        if (lag >= values.Length || moments.IsConstant)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int i = lag; i < values.Length; i++)
        {
            sum += (values[i] - moments.Mean) * (values[i - lag] - moments.Mean);
        }

        return sum / values.Length / moments.SecondCentral;
    }
}
