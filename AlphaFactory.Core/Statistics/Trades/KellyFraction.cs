namespace AlphaFactory.Core.Statistics.Trades;

/// <summary>Share of capital with the fastest growth if trades stayed as they were.</summary>
[Statistic("kelly", "Kelly fraction", StatisticUnit.Ratio, "p - (1 - p) / R",
    Convention = "p = win rate with draws in n, R = average win / |average loss|; half of it or less is common practice",
    Source = "Kelly, A New Interpretation of Information Rate, Bell System Technical Journal 35 (1956)")]
public sealed class KellyFraction : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] wins = [.. run.Trades.Select(trade => trade.ProfitAndLoss).Where(money => money > 0)];
        double[] losses = [.. run.Trades.Select(trade => trade.ProfitAndLoss).Where(money => money < 0)];
        if (wins.Length == 0 || losses.Length == 0)
        {
            return Measure.Undefined(wins.Length == 0 ? "no winning trade" : "no losing trade");
        }

        double won = (double)wins.Length / run.Trades.Count;
        return won - ((1 - won) * -losses.Average() / wins.Average());
    }
}
