namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>Arithmetic mean of the daily returns.</summary>
[Statistic("mean_daily", "Mean daily return", StatisticUnit.Fraction, "mean(r)",
    Scope = StatisticScope.Tearsheet)]
public sealed class MeanReturn : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutDays(run) ?? run.Moments.Mean;
}
