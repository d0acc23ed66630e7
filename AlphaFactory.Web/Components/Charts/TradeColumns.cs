using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>The markers of a chart: one row a trade that touches the window.</summary>
public static class TradeColumns
{
    /// <summary>More markers than this hide each other and the line.</summary>
    public const int Most = 1500;

    /// <summary>
    /// The trades of <paramref name="window"/>, numbered from 1 in order of entry; <c>total</c> holds one value, the trades there
    /// are. With more than <see cref="Most"/> of them the rows are empty and the chart asks to zoom in.
    /// </summary>
    public static IReadOnlyList<Column> Of(BacktestResult result, ChartWindow window)
    {
        (Trade Trade, int Number)[] inside =
        [
            .. result.Trades.Select((trade, i) => (trade, i + 1))
                .Where(row => row.trade.ExitTime.ToUnixTimeMilliseconds() >= window.From && row.trade.EntryTime.ToUnixTimeMilliseconds() <= window.To),
        ];
        (Trade Trade, int Number)[] shown = inside.Length > Most ? [] : inside;
        double[] Of(Func<Trade, double> value) => [.. shown.Select(row => value(row.Trade))];
        return
        [
            new("number", [.. shown.Select(row => (double)row.Number)]),
            new("side", Of(trade => trade.Side)),
            new("quantity", Of(trade => trade.Quantity)),
            new("entry_time", Of(trade => trade.EntryTime.ToUnixTimeMilliseconds())),
            new("entry_price", Of(trade => trade.EntryPrice)),
            new("entry_equity", Of(trade => result.Equity[trade.EntryBar])),
            new("exit_time", Of(trade => trade.ExitTime.ToUnixTimeMilliseconds())),
            new("exit_price", Of(trade => trade.ExitPrice)),
            new("exit_equity", Of(trade => result.Equity[trade.ExitBar])),
            new("profit_and_loss", Of(trade => trade.ProfitAndLoss)),
            new("exit_reason", Of(trade => ExitWords.Reasons.IndexOf(trade.ExitReason))),
            new("is_open", Of(trade => trade.IsOpen ? 1 : 0)),
            new("total", [inside.Length]),
        ];
    }
}
