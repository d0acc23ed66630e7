namespace AlphaFactory.Core.Statistics.Shape;

/// <summary>Skewness corrected for the bias of a small sample.</summary>
[Statistic("skew_sample_G1", "Skewness, corrected", StatisticUnit.Ratio, "g3 x sqrt(n (n - 1)) / (n - 2)",
    Convention = "as QuantStats and pandas",
    Source = "Joanes and Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician 47 (1998)",
    Scope = StatisticScope.Tearsheet)]
public sealed class SampleSkewness : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 3 ? Measure.Undefined("fewer than 3 days") : Undefined.WithoutSpread(run) ?? run.Moments.SampleSkewness;
}
