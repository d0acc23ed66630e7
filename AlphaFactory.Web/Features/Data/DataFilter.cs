using AlphaFactory.Engine.MarketData.Quality;
using AlphaFactory.Web.Components.Tables;

namespace AlphaFactory.Web.Features.Data;

/// <summary>Which series the page lists, as it stands in the address.</summary>
/// <param name="Kind">Everything, imported prices or generated ones.</param>
/// <param name="Text">Part of a symbol, name or sector; null is all.</param>
/// <param name="Sort">By which column.</param>
public sealed record DataFilter(SeriesKind Kind, string? Text, SortOrder Sort)
{
    private static readonly SortOrder BySymbol = new("symbol", false);

    /// <summary>True when something is left out.</summary>
    public bool Narrows => Kind != SeriesKind.All || Text is not null;

    /// <summary>Reads the address.</summary>
    public static DataFilter Parse(string? kind, string? text, string? sort) => new(
        kind switch { "real" => SeriesKind.Real, "synthetic" => SeriesKind.Synthetic, _ => SeriesKind.All },
        string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        SortOrder.Parse(sort, BySymbol));

    /// <summary>The address of this view.</summary>
    public string ToHref()
    {
        List<string> parts = [];
        if (Kind != SeriesKind.All)
        {
            parts.Add($"kind={(Kind == SeriesKind.Real ? "real" : "synthetic")}");
        }

        if (Text is not null)
        {
            parts.Add($"q={Uri.EscapeDataString(Text)}");
        }

        if (Sort != BySymbol)
        {
            parts.Add($"sort={Sort}");
        }

        return parts.Count == 0 ? "data" : $"data?{string.Join('&', parts)}";
    }

    /// <summary>The series that fit, in order.</summary>
    public IReadOnlyList<DataCoverage> Apply(IEnumerable<DataCoverage> all)
    {
        IEnumerable<DataCoverage> fitting = all.Where(Fits).OrderBy(c => c.Series.Key.Symbol, StringComparer.Ordinal).ThenByDescending(c => c.Series.Key.Interval.Minutes);
        return [.. Sort.Descending ? fitting.OrderByDescending(Key) : fitting.OrderBy(Key)];
    }

    private bool Fits(DataCoverage coverage) =>
        (Kind == SeriesKind.All || coverage.Series.IsSynthetic == (Kind == SeriesKind.Synthetic))
        && (Text is null || new[] { coverage.Series.Key.Symbol, coverage.Series.Name, coverage.Series.Sector }.Any(words => words?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true));

    private object Key(DataCoverage coverage) => Sort.Key switch
    {
        "bars" => coverage.Series.Bars,
        "last" => coverage.Series.Last,
        "missing" => coverage.MissingBars ?? -1,
        _ => coverage.Series.Key.Symbol,
    };
}

/// <summary>Where prices come from.</summary>
public enum SeriesKind
{
    /// <summary>Everywhere.</summary>
    All,

    /// <summary>A market.</summary>
    Real,

    /// <summary>The generator.</summary>
    Synthetic,
}
