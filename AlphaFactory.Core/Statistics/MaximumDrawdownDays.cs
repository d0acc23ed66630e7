namespace AlphaFactory.Core.Statistics;

/// <summary>The longest stretch below an earlier peak.</summary>
[Statistic("max_drawdown_days", "Longest time under water", StatisticUnit.Days, "longest run of days below the last peak",
    Convention = "trading days; one not yet recovered counts to the end",
    Scope = StatisticScope.Both, Alias = "longest_underwater_bars")]
public sealed class MaximumDrawdownDays : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        int longest = 0, current = 0;
        foreach (double value in run.Drawdown)
        {
            current = value < 0 ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
