using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Shape;

/// <summary>Probability of a distance as large if returns were normal.</summary>
[Statistic("jarque_bera_p", "Jarque-Bera p-value", StatisticUnit.Fraction, "P(chi-square(2) > JB)",
    Convention = "holds for many days only",
    Source = "Jarque and Bera, A Test for Normality of Observations and Regression Residuals, International Statistical Review 55 (1987)",
    Scope = StatisticScope.Tearsheet)]
public sealed class JarqueBeraProbability : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        var distance = new JarqueBera().Compute(run);
        return distance.Value is { } value ? ChiSquareDistribution.UpperTail(value, 2) : distance;
    }
}
