using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>The markers of a preview in the shape of <see cref="TradeColumns"/>: one share a trade, at the open after the signal, before costs.</summary>
public static class SignalColumns
{
    /// <summary>The signals of <paramref name="window"/>; one on the last bar has no open to be filled at yet and is drawn at its close.</summary>
    public static IReadOnlyList<Column> Of(SignalPreview preview, ChartWindow window)
    {
        var (bars, count) = (preview.Bars, preview.Bars.Count);
        int Fill(int signal) => Math.Min(signal + 1, count - 1);
        double Price(int signal) => signal + 1 < count ? bars.Open[signal + 1] : bars.Close[count - 1];
        (SignalTrade Trade, int Number)[] inside =
        [
            .. preview.Trades.Select((trade, i) => (trade, i + 1))
                .Where(row => bars.Times[Fill(row.trade.ExitBar ?? (count - 1))] >= window.From && bars.Times[Fill(row.trade.EntryBar)] <= window.To),
        ];
        (SignalTrade Trade, int Number)[] shown = inside.Length > TradeColumns.Most ? [] : inside;
        double[] Of(Func<SignalTrade, double> value) => [.. shown.Select(row => value(row.Trade))];
        double ExitPrice(SignalTrade trade) => trade.ExitBar is { } exit ? Price(exit) : bars.Close[count - 1];
        return
        [
            new("number", [.. shown.Select(row => (double)row.Number)]),
            new("side", Of(trade => trade.Side)),
            new("quantity", Of(_ => 1)),
            new("entry_time", Of(trade => bars.Times[Fill(trade.EntryBar)])),
            new("entry_price", Of(trade => Price(trade.EntryBar))),
            new("exit_time", Of(trade => bars.Times[trade.ExitBar is { } exit ? Fill(exit) : count - 1])),
            new("exit_price", Of(ExitPrice)),
            new("profit_and_loss", Of(trade => trade.Side * (ExitPrice(trade) - Price(trade.EntryBar)))),
            new("exit_reason", Of(trade => ExitWords.Reasons.IndexOf(trade.ExitBar is null ? "open" : "signal"))),
            new("is_open", Of(trade => trade.ExitBar is null ? 1 : 0)),
            new("total", [inside.Length]),
        ];
    }
}
