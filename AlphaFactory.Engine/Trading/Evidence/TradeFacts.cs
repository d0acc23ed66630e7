using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>What two trades are compared by.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Side">+1 long, -1 short.</param>
/// <param name="Entered">Start of the bar it was entered on.</param>
/// <param name="EntryPrice">Mean price of its entries, slippage included.</param>
/// <param name="Left">Start of the bar it was left on; null while it is open.</param>
/// <param name="ExitPrice">Mean price of its exits; null while it is open.</param>
/// <param name="Quantity">Shares entered, positive.</param>
/// <param name="Reason">Why it ended: signal, stop and so on.</param>
/// <param name="ProfitAndLoss">Money made after costs, marked at the last close while it is open.</param>
/// <param name="Slippage">What the model charged for slippage on both sides; 0 on a live trade, whose prices have it inside.</param>
public sealed record TradeFacts(string Symbol, int Side, DateTimeOffset Entered, double EntryPrice, DateTimeOffset? Left, double? ExitPrice, double Quantity, string Reason, double ProfitAndLoss, double Slippage)
{
    /// <summary>True while shares are still held.</summary>
    public bool IsOpen => Left is null;

    /// <summary>What changed hands on both sides, in money.</summary>
    public double Notional => Quantity * (EntryPrice + (ExitPrice ?? 0));

    /// <summary>What the model charged for slippage, as a fraction of what changed hands.</summary>
    public double SlippageFraction => Notional > 0 ? Slippage / Notional : 0;

    /// <summary>The facts of a trade.</summary>
    public static TradeFacts Of(Trade trade) => new(
        trade.Symbol, trade.Side, trade.EntryTime, trade.EntryPrice, trade.IsOpen ? null : trade.ExitTime, trade.IsOpen ? null : trade.ExitPrice,
        trade.Quantity, trade.ExitReason, trade.ProfitAndLoss, trade.Slippage);
}
