namespace AlphaFactory.Core.Statistics;

/// <summary>What the whole period made, as a fraction of the initial capital.</summary>
[Statistic("total_return", "Total return", StatisticUnit.Fraction, "final equity / initial capital - 1",
    Scope = StatisticScope.Both)]
public sealed class TotalReturn : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        (run.FinalEquity / run.InitialCapital) - 1;
}
