using System.Text.RegularExpressions;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Charts;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.Indicators;

/// <summary>The whole view as its address says it: a link shows the same series, indicators and range. The names are listed in docs/links.md.</summary>
public sealed record IndicatorsAddress
{
    private static readonly Regex s_stretch = new(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?~\d{4}-\d\d-\d\d(T\d\d:\d\d)?$");

    /// <summary>The range of the whole series.</summary>
    public const string Whole = "All";

    /// <summary>Words of the range buttons, shortest first.</summary>
    public static readonly IReadOnlyList<string> Ranges = ["3M", "6M", "1Y", "3Y", "5Y", Whole], IntradayRanges = ["1D", "1W", "1M", "6M", Whole];

    private const string None = "none";
    private static readonly string[] s_first = ["sma_20", "sma_50", "rsi_14"];

    /// <summary>Ticker; null takes the first series stored.</summary>
    public string? Symbol { get; init; }

    public BarInterval Interval { get; init; } = BarInterval.Daily;

    /// <summary>Id of the source; null takes the one whose last bar is newest.</summary>
    public string? Source { get; init; }

    public PriceAdjustment Adjustment { get; init; } = PriceAdjustment.Split;

    /// <summary>One of the range words, or two days or minutes joined by <c>~</c>; null is the usual one of the interval.</summary>
    public string? Range { get; init; }

    public ChartStyle Style { get; init; }

    public bool Volume { get; init; } = true;

    public bool Logarithmic { get; init; }

    /// <summary>True shows the bars and values as a table.</summary>
    public bool AsTable { get; init; }

    /// <summary>Which readings are listed.</summary>
    public ReadingFilter Readings { get; init; }

    /// <summary>The indicators on the chart, in the order in which they were added.</summary>
    public IReadOnlyList<IndicatorSetting> Shown { get; init; } = [.. s_first.Select(IndicatorSetting.Parse)];

    /// <summary>What the address asked for and cannot be computed, with the reason.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The series as the store is asked for it.</summary>
    public SeriesRequest? Request => Symbol is null ? null : new SeriesRequest(Symbol, Interval, Source, Adjustment);

    /// <summary>The range on screen.</summary>
    public string RangeShown => Range ?? (Interval.IsDaily ? "1Y" : "1W");

    /// <summary>Words of the range buttons for this interval.</summary>
    public IReadOnlyList<string> RangeWords => Interval.IsDaily ? Ranges : IntradayRanges;

    /// <summary>Reads the query of a link; what cannot be read takes its default, an unknown indicator becomes a fault in words.</summary>
    public static IndicatorsAddress Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Value(string name) => values.TryGetValue(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;
        string? range = Value("range");
        var shown = Settings(Value("show"), out var faults);
        return new IndicatorsAddress
        {
            Symbol = Value("symbol")?.Trim().ToUpperInvariant(),
            Interval = BarInterval.TryParse(Value("interval"), out var interval) ? interval : BarInterval.Daily,
            Source = Value("source"),
            Adjustment = ChoiceText.Parse<PriceAdjustment>(Value("adjustment") ?? "") ?? PriceAdjustment.Split,
            Range = range is not null && (Ranges.Contains(range) || IntradayRanges.Contains(range) || s_stretch.IsMatch(range)) ? range : null,
            Style = ChoiceText.Parse<ChartStyle>(Value("style") ?? "") ?? ChartStyle.Candles,
            Volume = Value("volume") != "off",
            Logarithmic = Value("scale") == "log",
            AsTable = Value("view") == "table",
            Readings = ChoiceText.Parse<ReadingFilter>(Value("readings") ?? "") ?? ReadingFilter.All,
            Shown = shown,
            Faults = faults,
        };
    }

    /// <summary>The query of this view, without its question mark; defaults are left out.</summary>
    public string ToQuery() => Join(
        ("symbol", Symbol), ("interval", Interval.IsDaily ? null : Interval.ToString()), ("source", Source), ("adjustment", Adjustment == PriceAdjustment.Split ? null : ChoiceText.Of(Adjustment)),
        ("range", Range), ("readings", Readings == ReadingFilter.All ? null : ChoiceText.Of(Readings)), ("view", AsTable ? "table" : null)) is { Length: > 0 } series
        ? string.Join('&', new[] { series, ToPreset() }.Where(part => part.Length > 0))
        : ToPreset();

    /// <summary>What a preset keeps: the indicators and how bars are drawn, not the series.</summary>
    public string ToPreset() => Join(
        ("style", Style == ChartStyle.Candles ? null : ChoiceText.Of(Style)), ("volume", Volume ? null : "off"), ("scale", Logarithmic ? "log" : null),
        ("show", Shown.Select(setting => setting.Key).SequenceEqual(s_first) ? null : Shown.Count == 0 ? None : string.Join(',', Shown.Select(setting => setting.Key))));

    /// <summary>The same series with the indicators of a preset.</summary>
    public IndicatorsAddress With(string preset)
    {
        var view = Read(preset);
        return this with { Style = view.Style, Volume = view.Volume, Logarithmic = view.Logarithmic, Shown = view.Shown, Faults = view.Faults };
    }

    private static string Join(params IEnumerable<(string Name, string? Value)> parts) =>
        string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!).Replace("%2C", ",", StringComparison.Ordinal).Replace("%7E", "~", StringComparison.Ordinal)}"));

    private static List<IndicatorSetting> Settings(string? show, out IReadOnlyList<string> faults)
    {
        var settings = new List<IndicatorSetting>();
        var wrong = new List<string>();
        string[] names = show is null ? s_first : show == None ? [] : show.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names)
        {
            try
            {
                var setting = IndicatorSetting.Parse(name);
                if (settings.Count == SeriesChartEndpoints.MostIndicators)
                {
                    wrong.Add($"Only the first {SeriesChartEndpoints.MostIndicators} of {names.Length} indicators are drawn. Take some away.");
                    break;
                }

                if (!settings.Contains(setting))
                {
                    settings.Add(setting);
                }
            }
            catch (IndicatorColumnException unknown)
            {
                wrong.Add(unknown.Message);
            }
        }

        faults = wrong;
        return settings;
    }
}
