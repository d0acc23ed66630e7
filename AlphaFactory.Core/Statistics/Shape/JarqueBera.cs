namespace AlphaFactory.Core.Statistics.Shape;

/// <summary>Distance of skewness and kurtosis from those of a normal distribution.</summary>
[Statistic("jarque_bera", "Jarque-Bera", StatisticUnit.Ratio, "n / 6 x (g3^2 + (g4 - 3)^2 / 4)",
    Convention = "population moments",
    Source = "Jarque and Bera, A Test for Normality of Observations and Regression Residuals, International Statistical Review 55 (1987)",
    Scope = StatisticScope.Tearsheet)]
public sealed class JarqueBera : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Undefined.WithoutSpread(run) ?? run.Days / 6.0 * ((run.Moments.Skewness * run.Moments.Skewness) + (Math.Pow(run.Moments.Kurtosis - 3, 2) / 4));
}
