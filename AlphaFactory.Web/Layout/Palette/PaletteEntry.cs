namespace AlphaFactory.Web.Layout.Palette;

/// <summary>Something the command palette offers.</summary>
/// <param name="Group">Heading it stands under.</param>
/// <param name="Icon">Name in icons.json.</param>
/// <param name="Title">Words shown and searched.</param>
/// <param name="Hint">Quiet words at the right, searched too.</param>
/// <param name="Run">Does it: usually a navigation.</param>
public sealed record PaletteEntry(string Group, string Icon, string Title, string? Hint, Func<Task> Run)
{
    /// <summary>True when every word of <paramref name="query"/> occurs.</summary>
    public bool Matches(string query) => query
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => Title.Contains(word, StringComparison.OrdinalIgnoreCase) || Hint?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
