using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Which of the stored series are looked at together: one series a symbol.</summary>
/// <param name="Origin">Everything, imported prices or generated ones.</param>
/// <param name="Interval">Length of one bar.</param>
/// <param name="Text">Part of a symbol, name or sector; null is all.</param>
/// <param name="Symbols">Only these symbols; empty is all.</param>
public sealed record SeriesUniverse(SeriesOrigin Origin, BarInterval Interval, string? Text = null, IReadOnlyList<string>? Symbols = null)
{
    /// <summary>The series that belong to it, ordered by symbol. Of several sources of a symbol the one whose last bar is newest counts.</summary>
    public IReadOnlyList<SeriesCoverage> Of(IEnumerable<SeriesCoverage> all) =>
        [.. all.Where(Holds)
            .GroupBy(series => series.Key.Symbol, StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(series => series.Last).ThenByDescending(series => series.UpdatedAt).First())
            .OrderBy(series => series.Key.Symbol, StringComparer.Ordinal)];

    private bool Holds(SeriesCoverage series) =>
        series.Key.Interval == Interval
        && (Origin == SeriesOrigin.All || series.IsSynthetic == (Origin == SeriesOrigin.Synthetic))
        && (Symbols is not { Count: > 0 } || Symbols.Contains(series.Key.Symbol, StringComparer.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(Text) || new[] { series.Key.Symbol, series.Name, series.Sector }.Any(words => words?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true));
}

/// <summary>Where prices come from.</summary>
public enum SeriesOrigin
{
    /// <summary>Everywhere.</summary>
    All,

    /// <summary>A market.</summary>
    Imported,

    /// <summary>The generator.</summary>
    Synthetic,
}
