namespace AlphaFactory.Core.Statistics;

/// <summary>How far daily returns scatter, scaled to a year.</summary>
[Statistic("volatility", "Volatility", StatisticUnit.Fraction, "sd(r) x sqrt(252)",
    Convention = "sample deviation, n - 1",
    Scope = StatisticScope.Both, Alias = "vol_ann_ddof1")]
public sealed class Volatility : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days") : run.Moments.SampleDeviation * Math.Sqrt(run.DaysPerYear);
}
