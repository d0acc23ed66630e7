namespace AlphaFactory.Core.Statistics;

/// <summary>Lean of daily returns: below 0, the large moves are losses.</summary>
[Statistic("skew", "Skewness", StatisticUnit.Ratio, "m3 / m2^1.5",
    Convention = "population moments; QuantStats corrects for bias",
    Scope = StatisticScope.Both, Alias = "skew_population")]
public sealed class Skewness : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Moments.IsConstant ? Measure.Undefined("daily returns do not vary") : run.Moments.Skewness;
}
