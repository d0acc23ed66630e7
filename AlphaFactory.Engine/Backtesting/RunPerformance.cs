using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Brings what a session left behind into the shape the statistics read.</summary>
internal static class RunPerformance
{
    /// <summary>The daily performance of a session.</summary>
    public static Performance Of(BarSeries bars, SessionOutcome outcome, double initialCapital) => Of(DailyColumns.LastOfDay(bars), outcome, initialCapital);

    /// <summary>The same where the last bar of each day is known already.</summary>
    public static Performance Of(IReadOnlyList<int> lastOfDay, SessionOutcome outcome, double initialCapital)
    {
        double[] equity = DailyColumns.Closing(lastOfDay, outcome.Equity);
        double[] traded = DailyColumns.Sums(lastOfDay, outcome.TradedValue);
        return Performance.FromEquity(initialCapital, equity) with
        {
            Trades = [.. outcome.Trades.Where(trade => !trade.IsOpen).Select(trade => new TradeOutcome(trade.ProfitAndLoss, trade.Return))],
            OpenTrades = outcome.Trades.Count(trade => trade.IsOpen),
            ExposureFraction = (double)outcome.Position.Count(shares => shares != 0) / outcome.Position.Length,
            TradedShare = [.. traded.Zip(equity, (value, worth) => value == 0 ? 0 : value / worth)],
            Commission = outcome.Commission,
            Slippage = outcome.Slippage,
            Dividends = outcome.Dividends,
            Borrow = outcome.Borrow,
        };
    }
}
