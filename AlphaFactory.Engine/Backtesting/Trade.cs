namespace AlphaFactory.Engine.Backtesting;

/// <summary>One flat-to-flat round trip; costs are inside <see cref="ProfitAndLoss"/> and counted once.</summary>
public sealed record Trade
{
    /// <summary>Symbol traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>+1 long, -1 short.</summary>
    public required int Side { get; init; }

    /// <summary>0-based bar of the entry fill.</summary>
    public required int EntryBar { get; init; }

    /// <summary>Start of the entry bar.</summary>
    public required DateTimeOffset EntryTime { get; init; }

    /// <summary>Fill price, slippage included.</summary>
    public required double EntryPrice { get; init; }

    /// <summary>Shares, positive.</summary>
    public required double Quantity { get; init; }

    /// <summary>0-based bar of the exit fill; the last bar while open.</summary>
    public required int ExitBar { get; init; }

    /// <summary>Start of the exit bar.</summary>
    public required DateTimeOffset ExitTime { get; init; }

    /// <summary>Fill price, slippage included; the last close while open.</summary>
    public required double ExitPrice { get; init; }

    /// <summary>signal, stop, trailing-stop, take-profit, time, risk, delisted or open.</summary>
    public required string ExitReason { get; init; }

    /// <summary>Money won or lost after commission and slippage, in the quote currency.</summary>
    public required double ProfitAndLoss { get; init; }

    /// <summary>P&amp;L over the entry value, a fraction.</summary>
    public required double Return { get; init; }

    /// <summary>Commission of both sides, positive.</summary>
    public required double Commission { get; init; }

    /// <summary>What slippage cost on both sides, positive.</summary>
    public required double Slippage { get; init; }

    /// <summary>Dividends received while held, in prices as traded; negative on a short position. Not part of <see cref="ProfitAndLoss"/>.</summary>
    public double Dividends { get; init; }

    /// <summary>What borrowed shares cost while held, positive. Not part of <see cref="ProfitAndLoss"/>.</summary>
    public double Borrow { get; init; }

    /// <summary>Stop when the trade was opened; null without one.</summary>
    public double? FirstStop { get; init; }

    /// <summary>Target when the trade was opened; null without one.</summary>
    public double? FirstTarget { get; init; }

    /// <summary>P&amp;L in first risks, the distance between base and first stop times the shares entered; null without a stop.</summary>
    public double? RMultiple { get; init; }

    /// <summary>Maximum adverse excursion from the entry price, a fraction at or below 0.</summary>
    public required double MaximumAdverseExcursion { get; init; }

    /// <summary>Maximum favourable excursion from the entry price, a fraction at or above 0.</summary>
    public required double MaximumFavourableExcursion { get; init; }

    /// <summary>Bars from entry to exit.</summary>
    public int Bars => ExitBar - EntryBar;

    /// <summary>True while the position was still held on the last bar.</summary>
    public bool IsOpen => ExitReason == ExitReasons.Open;
}
