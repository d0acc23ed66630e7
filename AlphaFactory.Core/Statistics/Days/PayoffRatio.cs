namespace AlphaFactory.Core.Statistics.Days;

/// <summary>Mean winning day over mean losing day.</summary>
[Statistic("payoff_ratio", "Payoff ratio of days", StatisticUnit.Ratio, "mean(r | r > 0) / |mean(r | r < 0)|",
    Scope = StatisticScope.Tearsheet)]
public sealed class PayoffRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] gains = [.. run.Returns.Where(value => value > 0)], losses = LosingDays.Of(run);
        return losses.Length == 0 ? Measure.Undefined("no losing day")
            : gains.Length == 0 ? Measure.Undefined("no winning day")
            : gains.Average() / -losses.Average();
    }
}
