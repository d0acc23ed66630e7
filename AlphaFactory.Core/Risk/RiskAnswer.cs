namespace AlphaFactory.Core.Risk;

/// <summary>What a risk rule answers.</summary>
public abstract record RiskAnswer
{
    private RiskAnswer()
    {
    }

    /// <summary>Nothing against it.</summary>
    public static RiskAnswer Ok { get; } = new Allow();

    /// <summary>Nothing against it.</summary>
    public sealed record Allow : RiskAnswer;

    /// <summary>The order may be placed for fewer shares.</summary>
    /// <param name="Quantity">Shares that keep the limit, above 0 and below what was asked for; not rounded.</param>
    /// <param name="Why">The limit with its numbers.</param>
    public sealed record CutTo(double Quantity, Breach Why) : RiskAnswer;

    /// <summary>The order may not be placed; with a <see cref="Risk.Halt"/>, none may for a while.</summary>
    public sealed record Block(Breach Why, Halt Halt) : RiskAnswer;

    /// <summary>Positions must be closed, and none opened for a while.</summary>
    /// <param name="Why">The limit with its numbers.</param>
    /// <param name="Halt">How long none may be opened.</param>
    /// <param name="Symbol">The one position to close; null closes them all.</param>
    public sealed record Flatten(Breach Why, Halt Halt, string? Symbol) : RiskAnswer;
}
