namespace AlphaFactory.Engine.Runs;

/// <summary>What a person notes down about a run without changing it. A member that is null stays as it is.</summary>
public sealed record RunMarks
{
    /// <summary>Characters of the longest note.</summary>
    public const int LongestNote = 4000;

    /// <summary>Kept at the head of the list.</summary>
    public bool? Pinned { get; init; }

    /// <summary>Out of the usual list; it still counts as a try.</summary>
    public bool? Archived { get; init; }

    /// <summary>A note; an empty one removes it.</summary>
    public string? Note { get; init; }

    /// <summary>The tags instead of those there are, as <see cref="RunTags"/> reads them.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Tags besides those there are.</summary>
    public IReadOnlyList<string> MoreTags { get; init; } = [];
}
