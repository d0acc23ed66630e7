using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Web.Features.Data;

/// <summary>The address of one series and back.</summary>
internal static class SeriesAddress
{
    /// <summary>Address of the page of a series.</summary>
    public static string Of(SeriesKey key) => $"data/series/{Uri.EscapeDataString(key.Symbol)}/{key.Interval}/{Uri.EscapeDataString(key.Source)}";

    /// <summary>Address of a new run on a series.</summary>
    public static string NewRun(SeriesKey key) => $"runs/new?symbol={Uri.EscapeDataString(key.Symbol)}&interval={key.Interval}&source={Uri.EscapeDataString(key.Source)}";

    /// <summary>The key in an address, or null when it names no interval.</summary>
    public static SeriesKey? Parse(string symbol, string interval, string source) =>
        BarInterval.TryParse(interval, out BarInterval length) ? new SeriesKey(symbol.ToUpperInvariant(), length, source) : null;
}
