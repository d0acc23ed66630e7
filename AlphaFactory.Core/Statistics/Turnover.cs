using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>Share of equity traded on a mean day.</summary>
[Statistic("turnover", "Turnover", StatisticUnit.Fraction, "mean(value traded in a day / equity at its close)",
    Convention = "both sides counted")]
public sealed class Turnover : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.TradedShare.Length == 0 ? Measure.Undefined("no trading is known") : Moments.Of(run.TradedShare).Mean;
}
