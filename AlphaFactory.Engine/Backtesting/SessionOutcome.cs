namespace AlphaFactory.Engine.Backtesting;

/// <summary>What a session leaves behind; columns have one value per bar.</summary>
public sealed record SessionOutcome
{
    /// <summary>Cash plus holdings at each close.</summary>
    public required double[] Equity { get; init; }

    /// <summary>Shares held after each close, signed.</summary>
    public required double[] Position { get; init; }

    /// <summary>Value traded in each bar.</summary>
    public required double[] TradedValue { get; init; }

    /// <summary>Trades in order of entry.</summary>
    public required IReadOnlyList<Trade> Trades { get; init; }

    /// <summary>Commission paid in all.</summary>
    public required double Commission { get; init; }

    /// <summary>What slippage cost in all.</summary>
    public required double Slippage { get; init; }

    /// <summary>Dividends received in all, less those paid on short positions.</summary>
    public double Dividends => Trades.Sum(trade => trade.Dividends);

    /// <summary>What borrowed shares cost in all.</summary>
    public double Borrow => Trades.Sum(trade => trade.Borrow);

    /// <summary>Orders that came to less than one share.</summary>
    public int OrdersTooSmall { get; init; }

    /// <summary>Orders cut because they were too large a part of the bar's volume.</summary>
    public int OrdersCutByVolume { get; init; }

    /// <summary>Orders that opened or added with more than a tenth of the bar's volume.</summary>
    public int LargeOrders { get; init; }

    /// <summary>Every rule of sizing and risk that changed what the strategy asked for, in order of time.</summary>
    public IReadOnlyList<RiskEvent> RiskEvents { get; init; } = [];

    /// <summary>Bar on which equity was gone and trading ended; null when it never was.</summary>
    public int? RuinedAt { get; init; }
}
