using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading;

/// <summary>What the gate lets through at all.</summary>
public enum GateMode
{
    /// <summary>Everything the rules allow.</summary>
    Active,

    /// <summary>Only what makes positions smaller.</summary>
    ReduceOnly,

    /// <summary>Nothing: the kill switch was thrown.</summary>
    Halted,
}

/// <summary>All that the gate must know to judge an order.</summary>
public sealed record GateFacts
{
    /// <summary>The account, with orders that wait counted as if they were filled; its order is left out, the gate puts it in.</summary>
    public required RiskFacts Account { get; init; }

    /// <summary>What is let through at all.</summary>
    public GateMode Mode { get; init; }

    /// <summary>Who or what set a mode other than active, in words.</summary>
    public string? ModeWhy { get; init; }

    /// <summary>Shares of the symbol that are held, negative when sold short; null when it is not known.</summary>
    public required decimal? Held { get; init; }

    /// <summary>Shares that orders which wait already take off that position; orders of one group count once.</summary>
    public decimal Leaving { get; init; }

    /// <summary>Why nobody knows where the symbol stands: an answer is missing. Null when everybody does.</summary>
    public string? FrozenWhy { get; init; }

    /// <summary>Price at which the order is counted: the higher of the market's and the expected fill's; NaN when it is not known.</summary>
    public double Price { get; init; } = double.NaN;

    /// <summary>Commission and slippage expected of the whole order.</summary>
    public double Costs { get; init; }

    /// <summary>Stop that will stand behind it; NaN without one.</summary>
    public double Stop { get; init; } = double.NaN;

    /// <summary>Sector of the symbol; null when it is not known.</summary>
    public string? Sector { get; init; }

    /// <summary>The first lock on the symbol or on all of them; null without one.</summary>
    public TradingLock? Lock { get; init; }

    /// <summary>The first rule that keeps the account closed; null while it is open.</summary>
    public (string Rule, Breach Why)? Closed { get; init; }
}
