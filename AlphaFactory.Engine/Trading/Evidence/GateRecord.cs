using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>An order that the gate refused or cut.</summary>
public sealed record GateRecord
{
    /// <summary>Id of the deployment.</summary>
    public required string Deployment { get; init; }

    /// <summary>Reference of the order; of several answers to the same decision the first is kept.</summary>
    public required string Reference { get; init; }

    /// <summary>The symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Would have bought or sold.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>When it was decided, by the clock of the market.</summary>
    public required DateTimeOffset Decided { get; init; }

    /// <summary>Shares asked for.</summary>
    public required decimal Asked { get; init; }

    /// <summary>Shares that passed; 0 when it was refused.</summary>
    public required decimal Allowed { get; init; }

    /// <summary>Code of the reason.</summary>
    public required string Code { get; init; }

    /// <summary>The rule, the protection, the gate or the runner.</summary>
    public required string By { get; init; }

    /// <summary>What it would have come to, in the code's unit; null without a number.</summary>
    public double? Value { get; init; }

    /// <summary>What is allowed, in the same unit; null without a number.</summary>
    public double? Limit { get; init; }

    /// <summary>The case in words; null without.</summary>
    public string? Words { get; init; }

    /// <summary>True when the order was refused because nobody could say where it stood, not because a rule was against it.</summary>
    public bool IsForWantOfAnswer => Code is "too-late" or "symbol-frozen" or "position-unknown";
}
