namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>Row of the deepest close.</summary>
[Statistic("max_dd_trough_bar", "Bottom of the deepest fall", StatisticUnit.Count, "row of the smallest drawdown",
    Convention = "rows from 0",
    Scope = StatisticScope.Tearsheet)]
public sealed class DeepestTroughBar : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Drawdown.Deepest(run) is { } fall ? fall.Trough : Measure.Undefined("no drawdown");
}
