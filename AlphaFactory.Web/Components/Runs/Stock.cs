using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Forms;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>The series one can run on, as the form sees them.</summary>
/// <param name="Series">Everything stored, daily bars first, by symbol.</param>
public sealed record Stock(IReadOnlyList<SeriesCoverage> Series)
{
    public static Stock None { get; } = new([]);

    public static Stock Of(IEnumerable<SeriesCoverage> series) =>
        new(SeriesSearch.Order(series));

    /// <summary>The series a spec names, or null; without a source the one whose last bar is newest.</summary>
    public SeriesCoverage? Find(RunSpec spec) => Series
        .Where(series => string.Equals(series.Key.Symbol, spec.Symbol, StringComparison.OrdinalIgnoreCase) && series.Key.Interval == spec.Interval && (spec.Source is null || series.Key.Source == spec.Source))
        .MaxBy(series => series.Last);

    /// <summary>Series whose symbol, name or sector contains the text, those that begin with it first.</summary>
    public IReadOnlyList<SeriesCoverage> Search(string text) => SeriesSearch.Find(Series, text);

    /// <summary>What the store cannot give, by field.</summary>
    public IEnumerable<KeyValuePair<string, string>> Faults(RunSpec spec)
    {
        if (string.IsNullOrWhiteSpace(spec.Symbol))
        {
            yield break;
        }

        if (Find(spec) is not { } series)
        {
            yield return new("symbol", $"There are no {SpecInterval(spec)} bars of {spec.Symbol}{(spec.Source is null ? "" : $" from {spec.Source}")} in the store. Pick a symbol of the list, or import its bars.");
            yield break;
        }

        DateOnly first = DayOf(series.First), last = DayOf(series.Last);
        if (spec.From is { } from && (from < first || from > last))
        {
            yield return new("from", $"{FigureText.Date(from)} must lie between {FigureText.Date(first)} and {FigureText.Date(last)}, the bars stored. Leave it empty for the first.");
        }

        if (spec.To is { } to && (to < first || to > last))
        {
            yield return new("to", $"{FigureText.Date(to)} must lie between {FigureText.Date(first)} and {FigureText.Date(last)}, the bars stored. Leave it empty for the last.");
        }
    }

    /// <summary>Bars of the period: exact for the whole series, estimated from the calendar for a part.</summary>
    public long BarsOf(RunSpec spec)
    {
        if (Find(spec) is not { } series)
        {
            return 0;
        }

        DateOnly first = DayOf(series.First), last = DayOf(series.Last);
        int whole = last.DayNumber - first.DayNumber + 1;
        int part = Math.Min((spec.To ?? last).DayNumber, last.DayNumber) - Math.Max((spec.From ?? first).DayNumber, first.DayNumber) + 1;
        return part >= whole ? series.Bars : Math.Max(0, (long)Math.Round((double)series.Bars * part / whole));
    }

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static string SpecInterval(RunSpec spec) => SpecWords.Interval(spec.Interval);
}
