namespace AlphaFactory.Engine.Trading.Evidence.Notes;

/// <summary>What a person wrote into the journal.</summary>
public sealed record TradingNote
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What was written.</summary>
    public required string Text { get; init; }

    /// <summary>Tags by name.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The deployment it is about; null for all of them.</summary>
    public string? Deployment { get; init; }

    /// <summary>The trading day it is about.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The trade it hangs on, as <see cref="TradeKey"/> writes it; null when it hangs on the day.</summary>
    public string? Trade { get; init; }

    /// <summary>Who wrote it first.</summary>
    public required string By { get; init; }

    /// <summary>When it was written first.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From 1; rises with every change.</summary>
    public required int Version { get; init; }

    /// <summary>When it was changed last; null when it never was.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it was deleted; null while it stands.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>A note that is to be written.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tags">Tags by name.</param>
/// <param name="Deployment">The deployment it is about; null for all.</param>
/// <param name="Day">The trading day it is about.</param>
/// <param name="Trade">The trade it hangs on, as <see cref="TradeKey"/> writes it; null for the day.</param>
public sealed record NewNote(string Text, IReadOnlyList<string> Tags, string? Deployment, DateOnly Day, string? Trade = null)
{
    /// <summary>Characters of the longest note.</summary>
    public const int Longest = 4000;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Fault() => string.IsNullOrWhiteSpace(Text) ? "The note is empty. Write what you want to remember."
        : Text.Length > Longest ? FormattableString.Invariant($"The note has {Text.Length} characters; {Longest} are the most. Cut it into two.")
        : null;
}

/// <summary>How a note read at some time.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Text">The text then.</param>
/// <param name="Tags">The tags then.</param>
/// <param name="By">Who wrote this version.</param>
/// <param name="At">When.</param>
public sealed record NoteVersion(int Version, string Text, IReadOnlyList<string> Tags, string By, DateTimeOffset At);
