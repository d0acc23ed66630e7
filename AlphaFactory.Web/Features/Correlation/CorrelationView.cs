using System.Globalization;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Web.Features.Correlation;

/// <summary>What the page shows, as it stands in the address.</summary>
/// <param name="Columns">Names of indicators; null shows a handful of different kinds.</param>
/// <param name="Symbols">Symbols parted by commas or blanks; null is all.</param>
/// <param name="Origin">Imported prices or generated ones, never both in one figure; null is imported ones where there are enough of them.</param>
/// <param name="From">First trading day; null is the first stored.</param>
/// <param name="To">Last trading day; null is the last stored.</param>
/// <param name="Blocks">Within symbols over time, or across symbols on each day.</param>
/// <param name="IsRank">True shows the rank correlation in the matrix, false Pearson's.</param>
public sealed record CorrelationView(string? Columns, string? Symbols, SeriesOrigin? Origin, DateOnly? From, DateOnly? To, CorrelationBlocks Blocks, bool IsRank)
{
    /// <summary>Unlike in kind, so that the first picture says something.</summary>
    private const string FirstColumns = "rocp_10,rsi_14,willr_14,cci_20,macd_hist_12_26_9,price_to_sma_50,bb_position_20_2,adx_14,natr_14,mfi_14";

    /// <summary>The indicators; names that mean nothing are left out.</summary>
    public IReadOnlyList<ValueColumn> Shown => ValueColumn.ParseList(Columns ?? FirstColumns, out _);

    /// <summary>What is computed; the choice of correlation in the matrix needs no new computing.</summary>
    /// <param name="origin">Where prices come from.</param>
    public CorrelationRequest Request(SeriesOrigin origin) => new(new SeriesUniverse(origin, BarInterval.Daily, null, SymbolList), Shown, From, To, Blocks);

    /// <summary>The address of this view.</summary>
    public string Href => string.Join('&', Parts()) is { Length: > 0 } query ? "correlation?" + query : "correlation";

    private string[] SymbolList => (Symbols ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Reads the address; what cannot be read is as good as absent.</summary>
    public static CorrelationView Parse(string? columns, string? symbols, string? kind, string? from, string? to, string? by, string? measure) => new(
        NullIfBlank(columns), NullIfBlank(symbols), kind switch { "imported" => SeriesOrigin.Imported, "synthetic" => SeriesOrigin.Synthetic, _ => null },
        Day(from), Day(to), by == "symbols" ? CorrelationBlocks.Symbols : CorrelationBlocks.Time, measure == "rank");

    /// <summary>A day as it is written in an address; null when it is none.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private IEnumerable<string> Parts()
    {
        if (Columns is not null)
        {
            yield return "columns=" + Uri.EscapeDataString(Columns);
        }

        if (Symbols is not null)
        {
            yield return "symbols=" + Uri.EscapeDataString(Symbols);
        }

        if (Origin is { } origin)
        {
            yield return origin == SeriesOrigin.Imported ? "kind=imported" : "kind=synthetic";
        }

        if (From is { } from)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM-dd}");
        }

        if (To is { } to)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"to={to:yyyy-MM-dd}");
        }

        if (Blocks == CorrelationBlocks.Symbols)
        {
            yield return "by=symbols";
        }

        if (IsRank)
        {
            yield return "measure=rank";
        }
    }
}
