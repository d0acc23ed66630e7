using AlphaFactory.Core.Statistics.Returns;

namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Compounded growth for each unit of scatter of the losing days.</summary>
[Statistic("seed_basic_sortino", "Growth over the deviation of losses", StatisticUnit.Ratio, "CAGR by the calendar / (sd(r | r < 0) x sqrt(252))",
    Convention = "compounded growth in place of the arithmetic mean",
    Scope = StatisticScope.Tearsheet)]
public sealed class GrowthOverLosses : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        var growth = new CalendarGrowth().Compute(run);
        return growth.Value is { } value
            ? LosingDays.Spread(run) ?? value / (LosingDays.Moments(run).SampleDeviation * Math.Sqrt(run.DaysPerYear))
            : growth;
    }
}
