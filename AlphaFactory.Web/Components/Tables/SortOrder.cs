namespace AlphaFactory.Web.Components.Tables;

/// <summary>By which column a table is sorted; written <c>sharpe</c> or <c>-sharpe</c> in links.</summary>
/// <param name="Key">Column id.</param>
/// <param name="Descending">Largest or newest first.</param>
public readonly record struct SortOrder(string Key, bool Descending)
{
    /// <summary>Reads the form used in links; an absent text is <paramref name="fallback"/>.</summary>
    public static SortOrder Parse(string? text, SortOrder fallback) => string.IsNullOrEmpty(text) ? fallback
        : text[0] == '-' ? new SortOrder(text[1..], true) : new SortOrder(text, false);

    /// <summary>What a click on the head of <paramref name="key"/> asks for: figures start with the largest.</summary>
    public SortOrder Toggle(string key) => key == Key ? this with { Descending = !Descending } : new SortOrder(key, true);

    /// <inheritdoc />
    public override string ToString() => Descending ? "-" + Key : Key;
}
