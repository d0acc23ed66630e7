namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>What the days above 0 give for each unit that the days below 0 take.</summary>
[Statistic("omega_0", "Omega ratio", StatisticUnit.Ratio, "sum(max(r, 0)) / sum(max(-r, 0))",
    Convention = "threshold 0; the same as the profit factor of days",
    Source = "Keating and Shadwick, A Universal Performance Measure, Journal of Performance Measurement 6 (2002)",
    Scope = StatisticScope.Tearsheet)]
public sealed class OmegaRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        DayOutcomes.GainOverLoss(run);
}
