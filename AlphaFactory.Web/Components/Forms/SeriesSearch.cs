using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Web.Components.Forms;

/// <summary>Finds stored series for <see cref="SeriesPicker"/>.</summary>
public static class SeriesSearch
{
    private const int MostFound = 40;

    /// <summary>Daily bars first, then by symbol.</summary>
    public static IReadOnlyList<SeriesCoverage> Order(IEnumerable<SeriesCoverage> series) =>
        [.. series.OrderByDescending(one => one.Key.Interval.IsDaily).ThenBy(one => one.Key.Symbol, StringComparer.Ordinal)];

    /// <summary>Series whose symbol, name or sector contains the text, those that begin with it first.</summary>
    public static IReadOnlyList<SeriesCoverage> Find(IReadOnlyList<SeriesCoverage> series, string text) =>
    [
        .. series.Where(one => new[] { one.Key.Symbol, one.Name, one.Sector }.Any(words => words?.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase) == true))
            .OrderByDescending(one => one.Key.Symbol.StartsWith(text.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(MostFound),
    ];
}
