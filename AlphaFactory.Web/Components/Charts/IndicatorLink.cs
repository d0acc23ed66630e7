using AlphaFactory.Core.Indicators;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>Links to the Indicators page. The query names are a promise: docs/links.md lists them.</summary>
public static class IndicatorLink
{
    /// <summary>Address of a series on the page, from the root.</summary>
    /// <param name="series">The stored series.</param>
    /// <param name="columns">Indicators to show, each by one of its columns such as <c>rsi_14</c>; none takes the page's own choice.</param>
    public static string To(SeriesKey series, params IEnumerable<string> columns)
    {
        string show = string.Join(',', columns.Select(column => IndicatorSetting.Parse(column).Key).Distinct());
        string?[] parts =
        [
            $"symbol={Uri.EscapeDataString(series.Symbol)}",
            series.Interval.IsDaily ? null : $"interval={series.Interval}",
            $"source={Uri.EscapeDataString(series.Source)}",
            show.Length == 0 ? null : $"show={show}",
        ];
        return "indicators?" + string.Join('&', parts.OfType<string>());
    }
}
