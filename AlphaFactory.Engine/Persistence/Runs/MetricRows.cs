using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence.Entities;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Figures, reasons and intervals of a result joined by statistic id.</summary>
internal static class MetricRows
{
    /// <summary>Ordinal of a row that holds only a reason or an interval, for a statistic without a figure.</summary>
    private const int NoFigure = int.MaxValue;

    public static IEnumerable<RunMetricRow> Of(string runId, BacktestResult result)
    {
        string[] others = [.. result.Reasons.Keys.Union(result.Intervals.Keys).Where(name => !result.Metrics.ContainsKey(name))];
        IEnumerable<RunMetricRow> own = result.Metrics.Select((metric, ordinal) => Row(metric.Key, metric.Value, ordinal)).Concat(others.Select(name => Row(name, null, NoFigure)));
        IEnumerable<RunMetricRow> benchmark = result.BenchmarkMetrics.Select((metric, ordinal) => new RunMetricRow
        {
            RunId = runId,
            IsBenchmark = true,
            Name = metric.Key,
            Ordinal = ordinal,
            Value = Finite(metric.Value),
        });
        return own.Concat(benchmark);

        RunMetricRow Row(string name, double? value, int ordinal)
        {
            bool known = result.Intervals.TryGetValue(name, out Interval interval);
            return new RunMetricRow
            {
                RunId = runId,
                Name = name,
                Ordinal = ordinal,
                Value = Finite(value),
                Reason = result.Reasons.GetValueOrDefault(name),
                Low = known ? interval.Low : null,
                High = known ? interval.High : null,
            };
        }
    }

    public static bool IsFigure(RunMetricRow row) => row.Ordinal != NoFigure;

    // SQLite turns NaN into null anyway; PostgreSQL would keep it and order it above every number.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
