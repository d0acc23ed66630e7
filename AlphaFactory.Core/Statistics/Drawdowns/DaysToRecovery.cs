namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>Length of the deepest fall until it was made good.</summary>
[Statistic("max_dd_bars_peak_to_recovery", "Days from peak to recovery", StatisticUnit.Days, "recovery - peak",
    Convention = "trading days; QuantStats counts calendar days",
    Scope = StatisticScope.Tearsheet)]
public sealed class DaysToRecovery : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Drawdown.Deepest(run) is not { } fall ? Measure.Undefined("no drawdown") : fall.Recovery is { } bar ? bar - fall.Peak : Measure.Undefined("not recovered by the last day");
}
