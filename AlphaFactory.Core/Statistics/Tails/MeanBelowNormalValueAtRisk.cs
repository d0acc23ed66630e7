namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>Mean of the days below the normal value at risk.</summary>
[Statistic("cvar_mean_below_normal_var", "Mean below the normal value at risk", StatisticUnit.Fraction, "mean(r | r < mean(r) + z_0.05 x sd(r))",
    Convention = "what QuantStats calls CVaR: limit from the normal distribution, mean from the days",
    Scope = StatisticScope.Tearsheet)]
public sealed class MeanBelowNormalValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        if (new NormalValueAtRisk().Compute(run) is not { Value: { } limit } normal)
        {
            return new NormalValueAtRisk().Compute(run);
        }

        double[] worse = [.. run.SortedReturns.TakeWhile(value => value < limit)];
        return worse.Length == 0 ? Measure.Undefined("no day below the normal value at risk") : worse.Average();
    }
}
