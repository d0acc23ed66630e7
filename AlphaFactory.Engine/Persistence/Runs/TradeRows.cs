using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence.Entities;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Trades to rows and back.</summary>
internal static class TradeRows
{
    public static TradeRow Of(string runId, int ordinal, Trade trade) => new()
    {
        RunId = runId,
        Ordinal = ordinal,
        Symbol = trade.Symbol,
        Side = trade.Side,
        EntryBar = trade.EntryBar,
        EntryTime = trade.EntryTime.ToUniversalTime(),
        EntryPrice = trade.EntryPrice,
        Quantity = trade.Quantity,
        ExitBar = trade.ExitBar,
        ExitTime = trade.ExitTime.ToUniversalTime(),
        ExitPrice = trade.ExitPrice,
        ExitReason = trade.ExitReason,
        ProfitAndLoss = trade.ProfitAndLoss,
        Return = trade.Return,
        Commission = trade.Commission,
        Slippage = trade.Slippage,
        Dividends = trade.Dividends,
        Borrow = trade.Borrow,
        FirstStop = trade.FirstStop,
        FirstTarget = trade.FirstTarget,
        RMultiple = trade.RMultiple,
        MaximumAdverseExcursion = trade.MaximumAdverseExcursion,
        MaximumFavourableExcursion = trade.MaximumFavourableExcursion,
    };

    public static Trade Trade(TradeRow row) => new()
    {
        Symbol = row.Symbol,
        Side = row.Side,
        EntryBar = row.EntryBar,
        EntryTime = row.EntryTime,
        EntryPrice = row.EntryPrice,
        Quantity = row.Quantity,
        ExitBar = row.ExitBar,
        ExitTime = row.ExitTime,
        ExitPrice = row.ExitPrice,
        ExitReason = row.ExitReason,
        ProfitAndLoss = row.ProfitAndLoss,
        Return = row.Return,
        Commission = row.Commission,
        Slippage = row.Slippage,
        Dividends = row.Dividends,
        Borrow = row.Borrow,
        FirstStop = row.FirstStop,
        FirstTarget = row.FirstTarget,
        RMultiple = row.RMultiple,
        MaximumAdverseExcursion = row.MaximumAdverseExcursion,
        MaximumFavourableExcursion = row.MaximumFavourableExcursion,
    };
}
