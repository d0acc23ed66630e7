namespace AlphaFactory.Core.Statistics;

/// <summary>Depth and length of drawdowns in one figure.</summary>
[Statistic("ulcer_index", "Ulcer index", StatisticUnit.Fraction, "sqrt(mean(drawdown^2))",
    Convention = "divided by n; QuantStats divides by n - 1",
    Source = "Martin and McCann, The Investor's Guide to Fidelity Funds (1989)",
    Scope = StatisticScope.Both, Alias = "ulcer_index_n")]
public sealed class UlcerIndex : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double squares = 0;
        foreach (double value in run.Drawdown)
        {
            squares += value * value;
        }

        return run.Days == 0 ? Measure.Undefined("there is no day") : Math.Sqrt(squares / run.Days);
    }
}
