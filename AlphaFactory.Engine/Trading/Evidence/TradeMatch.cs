namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>A live trade beside the trade of the backtest that it should be.</summary>
public sealed record TradeMatch
{
    /// <summary>What was traded; null when it was not.</summary>
    public TradeFacts? Live { get; init; }

    /// <summary>What the backtest trades; null when it does not.</summary>
    public TradeFacts? Expected { get; init; }

    /// <summary>How the two compare.</summary>
    public required MatchKind Kind { get; init; }

    /// <summary>How much worse the live entry was, as a fraction of the price; below 0 it was better. Null without a pair.</summary>
    public double? EntryDifference { get; init; }

    /// <summary>How much worse the live exit was, likewise; null while one of the two is open.</summary>
    public double? ExitDifference { get; init; }

    /// <summary>Difference of prices that still counts as the same: what the slippage model charges, one basis point at least. A fraction.</summary>
    public double Allowed { get; init; }

    /// <summary>What made the difference; null where there is none.</summary>
    public MatchCause? Cause { get; init; }

    /// <summary>The cause in words with its numbers; null where there is no difference.</summary>
    public string? Why { get; init; }

    /// <summary>Whether the deployment kept to the backtest on the very bars it saw; null for a trade that only other bars would have made, which is no fault of the trading.</summary>
    public bool? Tracks { get; init; }

    /// <summary>The trade there is, the backtest's first.</summary>
    public TradeFacts Either => Expected ?? Live ?? throw new InvalidOperationException("A match has neither trade. This is a fault of the program; please report it.");

    /// <summary>True when both were made on the same bars with the same shares; how far the prices lie apart is judged over all trades.</summary>
    public bool IsMatched => Kind is MatchKind.Same or MatchKind.Price;

    /// <summary>When it is over for both; null while one of them is open.</summary>
    public DateTimeOffset? Ended => (Live, Expected) switch
    {
        ({ } live, { } expected) => live.Left is { } one && expected.Left is { } other ? (one > other ? one : other) : null,
        ({ } live, null) => live.Left,
        _ => Expected?.Left,
    };

    /// <summary>The differences of price that are known, each a fraction and without its sign.</summary>
    public IEnumerable<double> PriceDifferences => new[] { EntryDifference, ExitDifference }.OfType<double>().Select(Math.Abs);
}

/// <summary>How a live trade compares with the backtest's.</summary>
public enum MatchKind
{
    /// <summary>The same bars, shares and, within what slippage may be, prices.</summary>
    Same,

    /// <summary>Entered or left on another bar.</summary>
    Timing,

    /// <summary>Other shares.</summary>
    Size,

    /// <summary>Prices further apart than slippage explains.</summary>
    Price,

    /// <summary>The backtest trades, the deployment did not.</summary>
    Missing,

    /// <summary>The deployment traded, the backtest does not.</summary>
    Extra,
}

/// <summary>What made a difference.</summary>
public enum MatchCause
{
    /// <summary>The bars in the store are not those that were seen.</summary>
    Data,

    /// <summary>The session decided otherwise than the backtest on the same bars.</summary>
    Signal,

    /// <summary>The gate, a protection or a person kept an order back.</summary>
    RiskBlock,

    /// <summary>The order went out, and the market or the broker did something else than the model.</summary>
    Fill,
}
