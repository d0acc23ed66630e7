namespace AlphaFactory.Engine.Runs;

/// <summary>What a tag may be: a short word or two in small letters, so that "Momentum" and "momentum " are one tag.</summary>
public static class RunTags
{
    /// <summary>Characters of the longest tag.</summary>
    public const int Longest = 40;

    /// <summary>Tags of one run at most.</summary>
    public const int Most = 20;

    /// <summary>Reads tags divided by commas.</summary>
    /// <param name="text">As typed; null and empty are no tags.</param>
    /// <param name="faults">What is not possible, in words; empty when all is well.</param>
    /// <returns>Each tag once, in the order typed.</returns>
    public static IReadOnlyList<string> Read(string? text, out IReadOnlyList<string> faults) => Read((text ?? "").Split(','), out faults);

    /// <summary>Reads tags given one by one.</summary>
    /// <param name="texts">As typed; empty ones are passed over.</param>
    /// <param name="faults">What is not possible, in words; empty when all is well.</param>
    /// <returns>Each tag once, in the order given.</returns>
    public static IReadOnlyList<string> Read(IEnumerable<string> texts, out IReadOnlyList<string> faults)
    {
        string[] tags = [.. texts.Select(Plain).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
        List<string> found = [.. tags.Where(tag => tag.Length > Longest).Select(tag => $"The tag \"{tag}\" has {tag.Length} characters; give it 1 to {Longest}.")];
        found.AddRange(tags.Where(tag => tag.Contains(',', StringComparison.Ordinal)).Select(tag => $"The tag \"{tag}\" has a comma in it, which divides tags. Leave it out."));
        if (tags.Length > Most)
        {
            found.Add($"There are {tags.Length} tags; a run has {Most} at most.");
        }

        faults = found;
        return tags;
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
