namespace AlphaFactory.Core.Statistics.Evidence;

/// <summary>How far the Sharpe ratio of a day may be from the true one.</summary>
[Statistic("sharpe_std_error_mertens", "Standard error of the daily Sharpe ratio", StatisticUnit.Ratio, "sqrt((1 - g3 SR + (g4 - 1) / 4 SR^2) / (n - 1))",
    Convention = "daily, not annualised",
    Source = "Mertens, Comments on Variance of the IID Estimator in Lo (2002)",
    Scope = StatisticScope.Tearsheet)]
public sealed class SharpeStandardError : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double variance = ProbabilisticSharpe.SharpeVariance(run);
        return Undefined.WithoutSpread(run) ?? (variance >= 0 ? Math.Sqrt(variance / (run.Days - 1)) : Measure.Undefined("returns are too skewed for the formula"));
    }
}
