namespace AlphaFactory.Core.Statistics;

/// <summary>Share of bars with a position.</summary>
[Statistic("exposure", "Exposure", StatisticUnit.Fraction, "bars with a position after the close / bars",
    Convention = "share of bars, not of money")]
public sealed class Exposure : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.ExposureFraction;
}
