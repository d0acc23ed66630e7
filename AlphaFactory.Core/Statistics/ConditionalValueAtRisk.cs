namespace AlphaFactory.Core.Statistics;

/// <summary>Mean return of the worst 5% of days.</summary>
[Statistic("cvar_95", "Conditional value at risk 95%", StatisticUnit.Fraction, "mean of the worst floor((n - 1) x 0.05) + 1 days",
    Convention = "historical, as empyrical; also called expected shortfall",
    Source = "Rockafellar and Uryasev, Optimization of Conditional Value-at-Risk, Journal of Risk 2 (2000)",
    Scope = StatisticScope.Both, Alias = "cvar95_hist_lowest")]
public sealed class ConditionalValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] sorted = [.. run.Returns];
        Array.Sort(sorted);
        int worst = (int)((sorted.Length - 1) * 0.05) + 1;
        return sorted.Length == 0 ? Measure.Undefined("there is no day") : sorted.AsSpan(0, worst).ToArray().Sum() / worst;
    }
}
