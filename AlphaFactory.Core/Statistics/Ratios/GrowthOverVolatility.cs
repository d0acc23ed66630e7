using AlphaFactory.Core.Statistics.Returns;

namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Compounded growth for each unit of scatter; often shown as a Sharpe ratio, which it is not.</summary>
[Statistic("seed_basic_sharpe_cagr_over_vol", "Growth over volatility", StatisticUnit.Ratio, "CAGR by the calendar / (sd(r) x sqrt(252))",
    Convention = "compounded growth in place of the arithmetic mean",
    Scope = StatisticScope.Tearsheet)]
public sealed class GrowthOverVolatility : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        var growth = new CalendarGrowth().Compute(run);
        return growth.Value is { } value
            ? Undefined.WithoutSpread(run) ?? value / (run.Moments.SampleDeviation * Math.Sqrt(run.DaysPerYear))
            : growth;
    }
}
