namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>Scatter of the daily returns.</summary>
[Statistic("std_daily_ddof1", "Daily deviation", StatisticUnit.Fraction, "sd(r)",
    Convention = "sample deviation, n - 1",
    Scope = StatisticScope.Tearsheet)]
public sealed class StandardDeviation : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days") : run.Moments.SampleDeviation;
}
