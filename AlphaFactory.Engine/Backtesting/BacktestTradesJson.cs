using System.Text.Json;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>The trades of the result document.</summary>
internal static class BacktestTradesJson
{
    public static void Write(Utf8JsonWriter json, BacktestResult result)
    {
        json.WriteStartArray("trades");
        foreach (var trade in result.Trades)
        {
            json.WriteStartObject();
            json.WriteString("symbol", trade.Symbol);
            json.WriteString("side", trade.Side > 0 ? "long" : "short");
            json.WriteNumber("entry_bar", trade.EntryBar + result.FirstRow);
            json.WriteString("entry_date", FigureText.Day(trade.EntryTime));
            json.WriteNumber("entry_price", trade.EntryPrice);
            json.WriteNumber("quantity", trade.Quantity);
            json.WriteNumber("exit_bar", trade.ExitBar + result.FirstRow);
            json.WriteString("exit_date", FigureText.Day(trade.ExitTime));
            json.WriteNumber("exit_price", trade.ExitPrice);
            json.WriteString("exit_reason", trade.ExitReason);
            json.WriteNumber("pnl", trade.ProfitAndLoss);
            json.WriteNumber("return", trade.Return);
            json.WriteNumber("commission", trade.Commission);
            json.WriteNumber("slippage", trade.Slippage);
            json.WriteNumber("dividends", trade.Dividends);
            json.WriteNumber("borrow", trade.Borrow);
            WriteOptional(json, "stop", trade.FirstStop);
            WriteOptional(json, "target", trade.FirstTarget);
            WriteOptional(json, "r_multiple", trade.RMultiple);
            json.WriteNumber("mae", trade.MaximumAdverseExcursion);
            json.WriteNumber("mfe", trade.MaximumFavourableExcursion);
            json.WriteNumber("bars", trade.Bars);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
