namespace AlphaFactory.Core.Statistics.Dependence;

/// <summary>Whether the first ten autocorrelations together are more than chance.</summary>
[Statistic("ljung_box_10", "Ljung-Box, 10 lags", StatisticUnit.Ratio, "n (n + 2) x sum(rho_k^2 / (n - k)), k = 1 .. 10",
    Convention = "autocorrelations with the mean of the whole sample",
    Source = "Ljung and Box, On a Measure of Lack of Fit in Time Series Models, Biometrika 65 (1978)",
    Scope = StatisticScope.Tearsheet)]
public sealed class LjungBox : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        const int lags = 10;
        if (run.Days <= lags)
        {
            return Measure.Undefined("fewer than 11 days");
        }

        double sum = 0;
        for (int lag = 1; lag <= lags; lag++)
        {
            double correlation = Autocorrelation.WithOneMean(run.Returns, lag);
            sum += correlation * correlation / (run.Days - lag);
        }

        return Undefined.WithoutSpread(run) ?? run.Days * (run.Days + 2.0) * sum;
    }
}
