using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.RuleBuilder;

/// <summary>What the address of the page says: the version opened, rules that are not saved, and the bars of the preview.</summary>
public sealed record BuilderAddress
{
    /// <summary>Rules longer than this stay out of the address, which a server would otherwise refuse.</summary>
    private const int LongestText = 2500;

    private static readonly string[] s_ranges = ["6M", "1Y", "3Y", "5Y", "All"];

    /// <summary>The words of the range buttons, shortest first.</summary>
    public static IReadOnlyList<string> Ranges => s_ranges;

    /// <summary>Version to open; null is the current one.</summary>
    public int? Version { get; init; }

    /// <summary>Rules that differ from the saved ones; null when they do not.</summary>
    public string? Text { get; init; }

    public string Symbol { get; init; } = "";

    public BarInterval Interval { get; init; } = BarInterval.Daily;

    public string? Source { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string Range { get; init; } = "All";

    public static BuilderAddress Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Word(string name) => values.TryGetValue(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;
        return new BuilderAddress
        {
            Version = int.TryParse(Word("version"), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null,
            Text = Word("text"),
            Symbol = Word("symbol") ?? "",
            Interval = BarInterval.TryParse(Word("interval"), out var interval) ? interval : BarInterval.Daily,
            Source = Word("source"),
            From = Day(Word("from")),
            To = Day(Word("to")),
            Range = Word("range") ?? "All",
        };
    }

    /// <summary>The same with another series.</summary>
    public BuilderAddress With(SeriesKey series) => this with { Symbol = series.Symbol, Interval = series.Interval, Source = series.Source, Range = "All" };

    /// <summary>The query without its question mark.</summary>
    public string ToQuery()
    {
        (string Key, string? Value)[] parts =
        [
            ("version", Version?.ToString(CultureInfo.InvariantCulture)), ("text", Text is { Length: <= LongestText } ? Text : null), ("symbol", Symbol),
            ("interval", Interval == BarInterval.Daily ? null : Interval.ToString()), ("source", Source), ("from", DayText(From)), ("to", DayText(To)), ("range", Range == "All" ? null : Range),
        ];
        return string.Join('&', parts.Where(part => part.Value is { Length: > 0 }).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
    }

    /// <summary>A day as a link has it, or null.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
