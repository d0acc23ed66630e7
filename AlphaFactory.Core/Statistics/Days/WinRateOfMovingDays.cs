namespace AlphaFactory.Core.Statistics.Days;

/// <summary>Share of winning days among those that were not flat.</summary>
[Statistic("win_rate_nonzero_days", "Winning days of those that moved", StatisticUnit.Fraction, "days with r > 0 / days with r != 0",
    Convention = "flat days left out, as QuantStats",
    Scope = StatisticScope.Tearsheet)]
public sealed class WinRateOfMovingDays : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        int moved = run.Returns.Count(value => value != 0);
        return moved == 0 ? Measure.Undefined("no day moved") : (double)run.Returns.Count(value => value > 0) / moved;
    }
}
