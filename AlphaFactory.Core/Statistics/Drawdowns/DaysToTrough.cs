namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>Length of the way down of the deepest fall.</summary>
[Statistic("max_dd_bars_peak_to_trough", "Days from peak to bottom", StatisticUnit.Days, "bottom - peak",
    Convention = "trading days",
    Scope = StatisticScope.Tearsheet)]
public sealed class DaysToTrough : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Drawdown.Deepest(run) is { } fall ? fall.DaysDown : Measure.Undefined("no drawdown");
}
