namespace AlphaFactory.Core.Statistics;

/// <summary>The deepest fall from a peak, a fraction at or below 0.</summary>
[Statistic("max_drawdown", "Maximum drawdown", StatisticUnit.Fraction, "min(E_t / max(E_0 .. E_t) - 1)",
    Convention = "at or below 0; the initial capital is the first peak, so a loss on day 1 counts",
    Scope = StatisticScope.Both)]
public sealed class MaximumDrawdown : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double deepest = 0;
        foreach (double value in run.Drawdown)
        {
            deepest = Math.Min(deepest, value);
        }

        return deepest;
    }
}
