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

    /// <summary>When a saved strategy fails, in its author's words.</summary>
    public string Note { get; set; } = "";

    /// <summary>What the look-ahead check said of a saved version.</summary>
    public string CheckSentence { get; set; } = "";

    /// <summary>True when a saved version passed the look-ahead check, false when it could not be made.</summary>
    public bool IsChecked { get; set; }

    /// <summary>Who saved the version; empty for one in code.</summary>
    public string CreatedBy { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the strategy was deleted; null while it is shown. The same on all its versions.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}
