namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sortino ratio over the root mean square of losing days alone.</summary>
[Statistic("sortino_rms_of_negatives_only", "Sortino ratio, root mean square of losses", StatisticUnit.Ratio, "mean(r) / sqrt(mean(r^2 | r < 0)) x sqrt(252)",
    Convention = "divided by the number of losing days",
    Scope = StatisticScope.Tearsheet)]
public sealed class SortinoOverRootMeanSquare : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] losses = LosingDays.Of(run);
        return losses.Length == 0
            ? Measure.Undefined("no losing day")
            : run.Moments.Mean / Math.Sqrt(losses.Sum(loss => loss * loss) / losses.Length) * Math.Sqrt(run.DaysPerYear);
    }
}
