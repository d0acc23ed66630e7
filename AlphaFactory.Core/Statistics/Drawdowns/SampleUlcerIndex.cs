namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>Root mean square drawdown as QuantStats writes it.</summary>
[Statistic("ulcer_index_n_minus_1", "Ulcer index, n - 1", StatisticUnit.Fraction, "sqrt(sum(drawdown^2) / (n - 1))",
    Convention = "divided by n - 1, as QuantStats",
    Scope = StatisticScope.Tearsheet)]
public sealed class SampleUlcerIndex : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days") : Math.Sqrt(run.Drawdown.Sum(value => value * value) / (run.Days - 1));
}
