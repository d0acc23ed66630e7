using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Figures of a moving window of daily returns, one a day; NaN before the first full window and where a window does not vary.</summary>
public static class RollingReturns
{
    /// <summary>Sharpe ratio of each window, annualised, n - 1, risk-free rate 0.</summary>
    /// <param name="returns">Finite daily returns, oldest first.</param>
    /// <param name="window">Days in the window, 2 or more.</param>
    /// <param name="daysPerYear">Days of a year.</param>
    public static double[] Sharpe(ReadOnlySpan<double> returns, int window, double daysPerYear)
    {
        var (means, variances) = Spread(returns, window);
        double scale = Math.Sqrt(daysPerYear * (window - 1) / window);
        for (int day = window - 1; day < means.Length; day++)
        {
            means[day] = variances[day] > 0 ? means[day] / Math.Sqrt(variances[day]) * scale : double.NaN;
        }

        return means;
    }

    /// <summary>Deviation of each window, annualised, n - 1; 0 where a window does not vary.</summary>
    /// <param name="returns">Finite daily returns, oldest first.</param>
    /// <param name="window">Days in the window, 2 or more.</param>
    /// <param name="daysPerYear">Days of a year.</param>
    public static double[] Volatility(ReadOnlySpan<double> returns, int window, double daysPerYear)
    {
        double[] variances = Spread(returns, window).Variances;
        double scale = daysPerYear * window / (window - 1);
        for (int day = window - 1; day < variances.Length; day++)
        {
            variances[day] = Math.Sqrt(variances[day] * scale);
        }

        return variances;
    }

    /// <summary>Slope of the returns on the benchmark in each window.</summary>
    /// <param name="returns">Finite daily returns, oldest first.</param>
    /// <param name="benchmark">Finite returns of the benchmark on the same days.</param>
    /// <param name="window">Days in the window, 2 or more.</param>
    public static double[] Beta(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(benchmark.Length, returns.Length);
        double[] beta = Blank(returns.Length);
        for (int day = window - 1; day < returns.Length; day++)
        {
            var own = returns.Slice(day - window + 1, window);
            var other = benchmark.Slice(day - window + 1, window);
            Moments left = Moments.Of(own), right = Moments.Of(other);
            double together = 0;
            for (int i = 0; i < window; i++)
            {
                together += (own[i] - left.Mean) * (other[i] - right.Mean);
            }

            beta[day] = right.IsConstant ? double.NaN : together / (right.SecondCentral * window);
        }

        return beta;
    }

    private static (double[] Means, double[] Variances) Spread(ReadOnlySpan<double> returns, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        double[] means = Blank(returns.Length), variances = Blank(returns.Length);
        if (returns.Length >= window)
        {
            new RollingVariance(returns, window).WriteAll(means, variances);
        }

        return (means, variances);
    }

    private static double[] Blank(int length)
    {
        double[] values = new double[length];
        Array.Fill(values, double.NaN);
        return values;
    }
}
