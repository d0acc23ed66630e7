using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>What resamples of daily returns say about their mean and Sharpe ratio.</summary>
/// <param name="SampleMean">Mean daily return observed.</param>
/// <param name="MeanOfMeans">Mean over the resamples.</param>
/// <param name="DeviationOfMeans">Deviation over the resamples, n - 1: the standard error.</param>
/// <param name="MeanPercentile">95 % percentile interval of the mean.</param>
/// <param name="MeanBasic">95 % basic interval of the mean.</param>
/// <param name="SharpePercentile">95 % percentile interval of the annualised Sharpe ratio; NaN when a resample does not vary.</param>
/// <param name="ShareAtOrBelowZero">Share of resamples whose mean is 0 or less.</param>
public sealed record ResampledReturns(
    double SampleMean,
    double MeanOfMeans,
    double DeviationOfMeans,
    (double Low, double High) MeanPercentile,
    (double Low, double High) MeanBasic,
    (double Low, double High) SharpePercentile,
    double ShareAtOrBelowZero)
{
    /// <summary>Figures of given resamples.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="resamples">Rows of indices into the returns, as <see cref="StationaryBootstrap"/> draws them; two or more.</param>
    /// <param name="daysPerYear">Days of a year.</param>
    public static ResampledReturns Of(double[] returns, IReadOnlyList<int[]> resamples, double daysPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples.Count, 2);
        var drawn = resamples.Select(row => Moments.Of(Array.ConvertAll(row, index => returns[index]))).ToArray();
        double[] means = Array.ConvertAll(drawn, moments => moments.Mean);
        double[] sharpes = Array.ConvertAll(drawn, moments => moments.IsConstant ? double.NaN : moments.Mean / moments.SampleDeviation * Math.Sqrt(daysPerYear));
        double observed = Moments.Of(returns).Mean;
        var spread = Moments.Of(means);
        return new ResampledReturns(
            observed,
            spread.Mean,
            spread.SampleDeviation,
            PercentileInterval.Of(means),
            BasicInterval.Of(observed, means),
            Array.Exists(sharpes, double.IsNaN) ? (double.NaN, double.NaN) : PercentileInterval.Of(sharpes),
            (double)means.Count(mean => mean <= 0) / means.Length);
    }
}
