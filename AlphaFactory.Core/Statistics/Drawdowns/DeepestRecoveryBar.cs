namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>Row at which the deepest fall was made good.</summary>
[Statistic("max_dd_recovery_bar", "Recovery of the deepest fall", StatisticUnit.Count, "first row at or above the peak again",
    Convention = "rows from 0",
    Scope = StatisticScope.Tearsheet)]
public sealed class DeepestRecoveryBar : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Drawdown.Deepest(run) is not { } fall ? Measure.Undefined("no drawdown") : fall.Recovery is { } bar ? bar : Measure.Undefined("not recovered by the last day");
}
