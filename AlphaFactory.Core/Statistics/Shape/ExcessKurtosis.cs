namespace AlphaFactory.Core.Statistics.Shape;

/// <summary>Weight of the tails over that of a normal distribution.</summary>
[Statistic("kurtosis_excess_population", "Excess kurtosis", StatisticUnit.Ratio, "m4 / m2^2 - 3",
    Convention = "population moments; a normal distribution has 0",
    Scope = StatisticScope.Tearsheet)]
public sealed class ExcessKurtosis : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? run.Moments.Kurtosis - 3;
}
