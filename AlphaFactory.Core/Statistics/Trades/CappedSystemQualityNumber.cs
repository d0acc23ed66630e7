namespace AlphaFactory.Core.Statistics.Trades;

/// <summary>SQN whose number of trades stops counting at 100.</summary>
[Statistic("sqn_100", "SQN of 100 trades", StatisticUnit.Ratio, "sqrt(min(n, 100)) x mean(P&L) / sd(P&L)",
    Convention = "so that two systems compare by trade, not by age",
    Source = "Tharp, Definitive Guide to Position Sizing (2008)")]
public sealed class CappedSystemQualityNumber : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        var full = new SystemQualityNumber().Compute(run);
        return full.Value is { } value ? value * Math.Sqrt(Math.Min(run.Trades.Count, 100.0) / run.Trades.Count) : full;
    }
}
