using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>95 % intervals of figures made of trades: trades are drawn with replacement, each as independent of the others.</summary>
public static class TradeIntervals
{
    /// <summary>Closed trades below which there is no interval.</summary>
    public const int FewestTrades = 5;

    /// <summary>Percentile intervals of profit_factor, win_rate and expectancy.</summary>
    /// <param name="trades">Closed trades.</param>
    /// <param name="seed">Seed of the resampling.</param>
    /// <returns>Low and high by statistic id; empty below 5 trades, and without profit_factor when too many resamples have no loss.</returns>
    public static IReadOnlyDictionary<string, (double Low, double High)> Compute(IReadOnlyList<TradeOutcome> trades, int seed)
    {
        if (trades.Count < FewestTrades)
        {
            return new Dictionary<string, (double, double)>();
        }

        var (factor, wins, mean) = Draw(trades, new SeededRandom(unchecked((ulong)seed)));
        return PercentileInterval.Finite(("profit_factor", factor), ("win_rate", wins), ("expectancy", mean));
    }

    /// <summary>Draws of the figures; a profit factor without a loss is infinite.</summary>
    /// <param name="trades">Closed trades, one or more.</param>
    /// <param name="random">Source of chance.</param>
    public static (double[] ProfitFactor, double[] WinRate, double[] Expectancy) Draw(IReadOnlyList<TradeOutcome> trades, SeededRandom random)
    {
        double[] money = [.. trades.Select(trade => trade.ProfitAndLoss)];
        double[] factor = new double[ReturnIntervals.Resamples], wins = new double[factor.Length], mean = new double[factor.Length];
        for (int i = 0; i < factor.Length; i++)
        {
            double profit = 0, loss = 0;
            int won = 0;
            for (int draw = 0; draw < money.Length; draw++)
            {
                double value = money[random.NextInt32(money.Length)];
                profit += Math.Max(value, 0);
                loss -= Math.Min(value, 0);
                won += value > 0 ? 1 : 0;
            }

            (factor[i], wins[i], mean[i]) = (profit / loss, (double)won / money.Length, (profit - loss) / money.Length);
        }

        return (factor, wins, mean);
    }
}
