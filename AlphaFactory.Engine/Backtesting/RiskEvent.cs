namespace AlphaFactory.Engine.Backtesting;

/// <summary>A sizing or risk rule that changed what the strategy asked for.</summary>
public sealed record RiskEvent
{
    /// <summary>0-based bar of the period: of the fill for an order, of the close for a look at the account.</summary>
    public required int Bar { get; init; }

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Code of the reason, one of docs/risk.md.</summary>
    public required string Code { get; init; }

    /// <summary>What came of it.</summary>
    public required RiskOutcome Outcome { get; init; }

    /// <summary>Shares asked for, or held when positions were closed.</summary>
    public double Wanted { get; init; }

    /// <summary>Shares this rule alone would have let pass.</summary>
    public double Allowed { get; init; }

    /// <summary>What it would have come to, in the unit of the code; NaN when it was not known.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>What is allowed, in the same unit; NaN when there is no number.</summary>
    public double Limit { get; init; } = double.NaN;

    /// <summary>True for the rule that decided the order's quantity.</summary>
    public bool IsTightest { get; init; }
}

/// <summary>What came of a rule that bound.</summary>
public enum RiskOutcome
{
    /// <summary>An order was cut.</summary>
    Cut,

    /// <summary>An order was refused.</summary>
    Refused,

    /// <summary>An order was refused because the rule had closed trading before.</summary>
    Halted,

    /// <summary>Trading was closed; positions were kept.</summary>
    Closed,

    /// <summary>Positions were closed, and trading as the rule says.</summary>
    Flattened,

    /// <summary>Trading was opened again.</summary>
    Reopened,
}
