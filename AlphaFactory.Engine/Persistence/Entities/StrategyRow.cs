namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One version of a strategy, so that an old run can still say what it ran.</summary>
internal sealed class StrategyRow
{
    public required string Id { get; set; }
    public int Version { get; set; }
    public required string Title { get; set; }

    /// <summary><c>registered</c> (in code) or <c>saved</c> (made by a user).</summary>
    public required string Kind { get; set; }

    /// <summary>Rules of a saved strategy; null for one in code.</summary>
    public string? Definition { get; set; }
    public bool IsCurrent { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}
