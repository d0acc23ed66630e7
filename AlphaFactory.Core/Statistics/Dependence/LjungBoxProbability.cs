using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Dependence;

/// <summary>Probability of a sum as large if no day depended on another.</summary>
[Statistic("ljung_box_10_p", "Ljung-Box p-value, 10 lags", StatisticUnit.Fraction, "P(chi-square(10) > Q)",
    Source = "Ljung and Box, On a Measure of Lack of Fit in Time Series Models, Biometrika 65 (1978)",
    Scope = StatisticScope.Tearsheet)]
public sealed class LjungBoxProbability : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        var sum = new LjungBox().Compute(run);
        return sum.Value is { } value ? ChiSquareDistribution.UpperTail(value, 10) : sum;
    }
}
