namespace AlphaFactory.Core.Statistics;

/// <summary>The steady yearly growth that ends at the same equity.</summary>
[Statistic("cagr", "CAGR", StatisticUnit.Fraction, "(E_n / E_0)^(252 / n) - 1",
    Convention = "252 trading days to a year, as empyrical and QuantStats; vectorbt takes 365 calendar days",
    Source = "compound interest",
    Scope = StatisticScope.Both, Alias = "cagr_252")]
public sealed class CompoundAnnualGrowthRate : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days == 0 ? Measure.Undefined("there is no day")
        : run.FinalEquity < 0 ? Measure.Undefined("equity ended below 0")
        : Math.Pow(run.FinalEquity / run.InitialCapital, run.DaysPerYear / run.Days) - 1;
}
