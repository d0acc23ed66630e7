using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>Stored bars that are too old. Generated ones and delisted shares do not count.</summary>
[AlertKind("stale-data", "Stored bars are old", Says = "The newest bar of a source is more sessions of the exchange old than it may be. Generated bars and delisted shares do not count.")]
public sealed class StaleData : AlertKind<StaleDataParameters>
{
    private const int Named = 5;

    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, StaleDataParameters parameters)
    {
        var calendar = TradingCalendar.Nyse;
        var today = calendar.DayAt(scene.Now);
        if (!TradingCalendar.Covers(today))
        {
            yield break;
        }

        // What has closed by now; a session that still runs has no daily bar yet.
        DateOnly[] closed = [.. calendar.SessionsBetween(today.AddDays(-400), today).Where(day => calendar.SessionHours(day).Close <= scene.Now)];
        if (closed.Length <= parameters.Sessions)
        {
            yield break;
        }

        var due = closed[^(parameters.Sessions + 1)];
        foreach (var source in scene.Series.Where(series => !series.IsSynthetic && series.DelistedOn is null).GroupBy(series => (series.Key.Source, series.Key.Interval)).OrderBy(source => source.Key.Source, StringComparer.Ordinal))
        {
            SeriesCoverage[] old = [.. source.Where(series => LastDay(series) < due).OrderBy(series => series.Key.Symbol, StringComparer.Ordinal)];
            if (old.Length == 0)
            {
                continue;
            }

            var newest = old.Max(LastDay);
            string who = string.Join(", ", old.Take(Named).Select(series => series.Key.Symbol)) + (old.Length > Named ? string.Create(CultureInfo.InvariantCulture, $" and {old.Length - Named} more") : "");

            // Once a session for each source: it is told again on the next one while nothing was done.
            string id = string.Create(CultureInfo.InvariantCulture, $"stale:{source.Key.Source}:{source.Key.Interval}:{closed[^1]:yyyy-MM-dd}");
            yield return new AlertFact(
                id,
                $"stale:{source.Key.Source}:{source.Key.Interval}",
                AlertSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{old.Length} series of {source.Key.Source} ({source.Key.Interval}) end before {due:yyyy-MM-dd}"),
                string.Create(CultureInfo.InvariantCulture, $"{who}: the newest of their bars is of {newest:yyyy-MM-dd}, and the session of {closed[^1]:yyyy-MM-dd} has closed. Import or download the missing bars."),
                scene.Now)
            {
                Link = "data",
            };
        }
    }

    private static DateOnly LastDay(SeriesCoverage series) => series.Key.Interval.IsDaily ? DateOnly.FromDateTime(series.Last.UtcDateTime) : TradingCalendar.Nyse.DayAt(series.Last);
}

/// <summary>Parameters of <see cref="StaleData"/>.</summary>
public sealed record StaleDataParameters : AlertParameters
{
    /// <summary>How many closed sessions may be missing.</summary>
    [Range(0, 250), Unit("sessions"), Display(Name = "May be missing", Description = "Closed sessions that may be missing before it is told.")]
    public int Sessions { get; init; } = 2;
}
