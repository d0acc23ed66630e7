namespace AlphaFactory.Web.Components.Saved;

/// <summary>What a page keeps under names, and what it is called there.</summary>
/// <param name="Prefix">Begins the keys of its settings.</param>
/// <param name="Noun">One of them, in a sentence.</param>
/// <param name="Title">Several of them, as the label of their menu.</param>
/// <param name="Hint">What is kept and what is not.</param>
public sealed record SavedViewKind(string Prefix, string Noun, string Title, string Hint)
{
    /// <summary>Indicators on a chart.</summary>
    public static SavedViewKind Presets { get; } = new("indicators.preset.", "preset", "Presets", "Keeps the indicators, their parameters and how bars are drawn; not the symbol.");

    /// <summary>Conditions of the screener.</summary>
    public static SavedViewKind Screens { get; } = new("screener.screen.", "screen", "Saved screens", "Condition, columns and order are kept, for you alone.") { OlderPrefix = "screen:" };

    /// <summary>Runs side by side.</summary>
    public static SavedViewKind Comparisons { get; } = new("compare.view.", "comparison", "Saved comparisons", "Keeps the runs and how they are drawn, for you alone.");

    /// <summary>Begins keys of an earlier form, the name behind it and the query as its value; null when there was none.</summary>
    public string? OlderPrefix { get; init; }
}
