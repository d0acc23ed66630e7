using System.Globalization;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Screener;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Web.Components.Tables;

namespace AlphaFactory.Web.Features.Screener;

/// <summary>What the page shows, as it stands in the address.</summary>
/// <param name="Where">The condition as text; null takes every series.</param>
/// <param name="Columns">Names of the columns shown; null shows the close and those of the condition.</param>
/// <param name="Origin">Everything, imported prices or generated ones.</param>
/// <param name="Text">Part of a symbol, name or sector; null is all.</param>
/// <param name="Interval">Length of one bar.</param>
/// <param name="Sort">By which column.</param>
/// <param name="Skip">Rows passed over.</param>
public sealed record ScreenerView(string? Where, string? Columns, SeriesOrigin Origin, string? Text, BarInterval Interval, SortOrder Sort, int Skip)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    private static readonly SortOrder BySymbol = new("symbol", false);

    /// <summary>The condition, or why the text is none.</summary>
    public ScreenOutcome Outcome => ScreenText.Read(Where);

    /// <summary>The columns shown; names that mean nothing are left out.</summary>
    public IReadOnlyList<ValueColumn> Shown => Columns is not null
        ? ValueColumn.ParseList(Columns, out _)
        : [.. ((Outcome as ScreenRead)?.Condition?.Columns ?? ValueColumn.ParseList("rocp_10,rsi_14,price_to_sma_200", out _)).Prepend(ValueColumn.Close).DistinctBy(column => column.Name)];

    /// <summary>True when the series looked at are not all there are.</summary>
    public bool Narrows => Origin != SeriesOrigin.All || Text is not null;

    /// <summary>The query of the address, which is also what a saved screen keeps.</summary>
    public string Query => string.Join('&', Parts());

    /// <summary>What must be asked of the store: the view without order and page, with its columns by name.</summary>
    public ScreenerView Asked => this with { Columns = Names(Shown), Sort = BySymbol, Skip = 0 };

    /// <summary>The address of this view.</summary>
    public string Href => Query is { Length: > 0 } query ? "screener?" + query : "screener";

    /// <summary>The same rows as a file.</summary>
    public string CsvHref => "api/v1/screen?" + string.Join('&', [.. Asked.Parts(), "format=csv"]);

    /// <summary>What the engine is asked; null when the condition cannot be read.</summary>
    public ScreenRequest? Request => Outcome is ScreenRead read ? new ScreenRequest(new SeriesUniverse(Origin, Interval, Text), read.Condition, Shown) : null;

    /// <summary>Reads the address; what cannot be read is as good as absent, but a condition is kept to be corrected.</summary>
    public static ScreenerView Parse(string? where, string? columns, string? kind, string? text, string? bar, string? sort, int? skip) => new(
        NullIfBlank(where), NullIfBlank(columns), ParseOrigin(kind) ?? SeriesOrigin.All, NullIfBlank(text),
        BarInterval.TryParse(bar, out var interval) ? interval : BarInterval.Daily, SortOrder.Parse(sort, BySymbol), Math.Max(0, skip ?? 0));

    /// <summary>The origin of its word; null when there is no such word.</summary>
    public static SeriesOrigin? ParseOrigin(string? word) => word switch
    {
        "imported" => SeriesOrigin.Imported,
        "synthetic" => SeriesOrigin.Synthetic,
        null or "all" => SeriesOrigin.All,
        _ => null,
    };

    /// <summary>Names of columns, parted by commas.</summary>
    public static string Names(IEnumerable<ValueColumn> columns) => string.Join(',', columns.Select(column => column.Name));

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private IEnumerable<string> Parts()
    {
        if (Where is not null)
        {
            yield return "where=" + Uri.EscapeDataString(Where);
        }

        if (Columns is not null)
        {
            yield return "columns=" + Uri.EscapeDataString(Columns);
        }

        if (Origin != SeriesOrigin.All)
        {
            yield return Origin == SeriesOrigin.Imported ? "kind=imported" : "kind=synthetic";
        }

        if (Text is not null)
        {
            yield return "q=" + Uri.EscapeDataString(Text);
        }

        if (!Interval.IsDaily)
        {
            yield return $"bar={Interval}";
        }

        if (Sort != BySymbol)
        {
            yield return "sort=" + Uri.EscapeDataString(Sort.ToString());
        }

        if (Skip > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"skip={Skip}");
        }
    }
}
