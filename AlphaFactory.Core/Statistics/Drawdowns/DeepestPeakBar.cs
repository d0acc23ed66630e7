namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>Row of the peak from which equity fell deepest.</summary>
[Statistic("max_dd_peak_bar", "Peak before the deepest fall", StatisticUnit.Count, "last new high before the deepest close",
    Convention = "rows from 0; -1 is the start",
    Scope = StatisticScope.Tearsheet)]
public sealed class DeepestPeakBar : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Drawdown.Deepest(run) is { } fall ? fall.Peak : Measure.Undefined("no drawdown");
}
