namespace AlphaFactory.Core.Statistics.Dependence;

/// <summary>Correlation of each day with the one before.</summary>
[Statistic("autocorr_lag1_pearson", "Autocorrelation", StatisticUnit.Ratio, "corr(r_2 .. r_n, r_1 .. r_(n - 1))",
    Convention = "Pearson, each side around its own mean, as pandas; the ACF of statsmodels takes one mean",
    Scope = StatisticScope.Tearsheet)]
public sealed class LagOneCorrelation : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double correlation = Autocorrelation.Pearson(run.Returns, 1);
        return run.Days < 3 ? Measure.Undefined("fewer than 3 days")
            : double.IsNaN(correlation) ? Measure.Undefined("daily returns do not vary")
            : correlation;
    }
}
