namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>The deepest fall when the start is not counted as a peak.</summary>
[Statistic("max_drawdown_no_start_baseline", "Maximum drawdown from the first close", StatisticUnit.Fraction, "min(E_t / max(E_1 .. E_t) - 1)",
    Convention = "misses a loss on day 1, as vectorbt",
    Scope = StatisticScope.Tearsheet)]
public sealed class MaximumDrawdownFromFirstClose : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double peak = double.NegativeInfinity, deepest = 0;
        foreach (double equity in run.Equity)
        {
            peak = Math.Max(peak, equity);
            deepest = peak > 0 ? Math.Min(deepest, (equity / peak) - 1) : deepest;
        }

        return Undefined.WithoutDays(run) ?? deepest;
    }
}
