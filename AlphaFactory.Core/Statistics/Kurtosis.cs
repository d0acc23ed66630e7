namespace AlphaFactory.Core.Statistics;

/// <summary>Weight of the tails of daily returns.</summary>
[Statistic("kurtosis", "Kurtosis", StatisticUnit.Ratio, "m4 / m2^2",
    Convention = "population moments, raw: a normal distribution has 3",
    Scope = StatisticScope.Both, Alias = "kurtosis_raw_population")]
public sealed class Kurtosis : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Moments.IsConstant ? Measure.Undefined("daily returns do not vary") : run.Moments.Kurtosis;
}
