namespace AlphaFactory.Core.Statistics.Shape;

/// <summary>Excess kurtosis corrected for the bias of a small sample.</summary>
[Statistic("kurtosis_excess_sample_G2", "Excess kurtosis, corrected", StatisticUnit.Ratio, "(n - 1) / ((n - 2) (n - 3)) x ((n + 1) (g4 - 3) + 6)",
    Convention = "as QuantStats and pandas",
    Source = "Joanes and Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician 47 (1998)",
    Scope = StatisticScope.Tearsheet)]
public sealed class SampleExcessKurtosis : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 4 ? Measure.Undefined("fewer than 4 days") : Undefined.WithoutSpread(run) ?? run.Moments.SampleExcessKurtosis;
}
