using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Api;

/// <summary>What can be changed about a run that exists: its name and what people note down. What is left out stays.</summary>
public sealed record RunChangeBody
{
    private const int LongestTitle = 120;

    public string? Title { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public string? Note { get; init; }
    public bool? Pinned { get; init; }
    public bool? Archived { get; init; }

    /// <summary>Checks it all.</summary>
    /// <param name="marks">What the store is told; the title goes its own way.</param>
    /// <returns>Every fault in words; empty when all is well.</returns>
    internal IReadOnlyList<string> Read(out RunMarks marks)
    {
        IReadOnlyList<string> wrong = [];
        marks = new RunMarks { Tags = Tags is null ? null : RunTags.Read(Tags, out wrong), Note = Note, Pinned = Pinned, Archived = Archived };
        List<string> faults = [.. wrong];
        if (Title is { } title && title.Trim().Length is 0 or > LongestTitle)
        {
            faults.Add($"title has {title.Trim().Length} characters; give it 1 to {LongestTitle}.");
        }

        if (Note is { Length: > RunMarks.LongestNote } note)
        {
            faults.Add($"note has {note.Length} characters; give it {RunMarks.LongestNote} at most.");
        }

        return faults;
    }
}
