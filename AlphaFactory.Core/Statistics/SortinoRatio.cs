namespace AlphaFactory.Core.Statistics;

/// <summary>Mean return for each unit of downside scatter, a year.</summary>
[Statistic("sortino", "Sortino ratio", StatisticUnit.Ratio, "mean(r) x 252 / (sqrt(mean(min(r, 0)^2)) x sqrt(252))",
    Convention = "downside deviation over all n days; some tools divide by the losing days alone",
    Source = "Sortino and van der Meer, Downside Risk, Journal of Portfolio Management 17 (1991)",
    Scope = StatisticScope.Both, Alias = "sortino_full_n")]
public sealed class SortinoRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double squares = 0;
        foreach (double value in run.Returns)
        {
            double loss = Math.Min(value, 0);
            squares += loss * loss;
        }

        return run.Days == 0 ? Measure.Undefined("there is no day")
            : squares == 0 ? Measure.Undefined("no losing day")
            : run.Moments.Mean * Math.Sqrt(run.DaysPerYear) / Math.Sqrt(squares / run.Days);
    }
}
