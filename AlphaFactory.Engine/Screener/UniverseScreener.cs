using System.Collections.Concurrent;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Engine.Screener;

/// <summary>
/// Finds the series whose latest values meet a condition. Kept values are taken where they belong to the bars as they are now; what is not
/// kept, or is stale, is computed from the bars, so the answer is always that of the bars.
/// </summary>
public sealed class UniverseScreener(IBarStore bars, IIndicatorValueStore kept, LatestValues latest)
{
    /// <summary>Looks at the universe.</summary>
    /// <param name="request">What is looked for.</param>
    /// <param name="progress">Told the series computed, when any must be; may be null.</param>
    /// <param name="cancellationToken">Ends it without an answer.</param>
    public async Task<ScreenResult> RunAsync(ScreenRequest request, IProgress<UniverseProgress>? progress, CancellationToken cancellationToken)
    {
        var universe = request.Universe.Of(await bars.ListAsync(cancellationToken));
        ValueColumn[] needed = [.. (request.Where?.Columns ?? []).Concat(request.Columns).Append(ValueColumn.Close).DistinctBy(column => column.Name)];
        ValueColumn[] others = [.. needed.Where(column => !UsualValues.Keeps(column))];
        var found = new ConcurrentDictionary<SeriesKey, Known>();
        var stored = await kept.ReadAsync(UsualValues.PlanId, request.Universe.Interval, [.. needed.Where(UsualValues.Keeps).Select(column => column.Name)], cancellationToken);
        foreach (var series in universe)
        {
            if (stored.TryGetValue(series.Key, out var values))
            {
                found[series.Key] = new Known(values.BarTime, new Dictionary<string, double>(values.Values, StringComparer.Ordinal));
            }
        }

        SeriesCoverage[] stale = [.. universe.Where(series => !found.ContainsKey(series.Key))], partial = others.Length == 0 ? [] : [.. universe.Where(series => found.ContainsKey(series.Key))];
        var told = progress is null ? null : new Steps(progress, stale.Length + partial.Length);
        await ComputeAsync(needed, stale, found, told, cancellationToken);
        told?.Pass(stale.Length);
        await ComputeAsync(others, partial, found, told, cancellationToken);
        return Answer(request, universe, found, stale.Length + partial.Length);
    }

    private Task ComputeAsync(ValueColumn[] columns, SeriesCoverage[] series, ConcurrentDictionary<SeriesKey, Known> found, Steps? told, CancellationToken cancellationToken) =>
        series.Length == 0 ? Task.CompletedTask : latest.ComputeAsync(new ValuePlan(columns), series, row =>
        {
            var known = found.GetOrAdd(row.Series.Key, _ => new Known(row.Bars.TimeAt(row.Bars.Count - 1), new Dictionary<string, double>(StringComparer.Ordinal)));
            for (int i = 0; i < columns.Length; i++)
            {
                known.Values[columns[i].Name] = row.Values[i];
            }
        }, told, cancellationToken);

    private static ScreenResult Answer(ScreenRequest request, IReadOnlyList<SeriesCoverage> universe, ConcurrentDictionary<SeriesKey, Known> found, int computed)
    {
        var rows = new List<ScreenRow>();
        int open = 0;
        DateTimeOffset? newest = null;
        foreach (var series in universe)
        {
            if (!found.TryGetValue(series.Key, out var known))
            {
                // Deleted while it was looked at.
                continue;
            }

            newest = newest is { } so && so > known.BarTime ? newest : known.BarTime;
            bool? hit = request.Where is null ? true : request.Where.Holds(column => known.Values.GetValueOrDefault(column.Name, double.NaN));
            if (hit == true)
            {
                rows.Add(new ScreenRow(series, known.BarTime, [.. request.Columns.Select(column => known.Values.GetValueOrDefault(column.Name, double.NaN))]));
            }

            open += hit is null ? 1 : 0;
        }

        return new ScreenResult(request.Columns, rows, universe.Count, open, computed, newest);
    }

    private sealed record Known(DateTimeOffset BarTime, Dictionary<string, double> Values);

    private sealed class Steps(IProgress<UniverseProgress> progress, int total) : IProgress<int>
    {
        private int _passed;

        public void Pass(int steps) => _passed = steps;

        public void Report(int value) => progress.Report(new UniverseProgress(_passed + value, total, "series"));
    }
}
