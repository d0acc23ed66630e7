using System.Collections.Concurrent;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Indicators;

/// <summary>
/// Brings the kept values up to the bars. What is stale is asked of the store, so it does not matter who wrote the bars, on which node, or
/// whether an earlier refresh died half-way; doing it twice gives the same values.
/// </summary>
public sealed partial class ValueRefresh(IIndicatorValueStore store, LatestValues latest, TimeProvider clock, ILogger<ValueRefresh> log)
{
    // A few hundred milliseconds of work, written in one short transaction.
    private const int Batch = 64;

    private static readonly string[] s_names = [.. UsualValues.Plan.Columns.Select(column => column.Name)];

    /// <summary>Computes and keeps what is stale now.</summary>
    /// <param name="cancellationToken">Stops; what was written stays.</param>
    /// <returns>Series written.</returns>
    public async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        int written = 0;
        while (await store.StaleAsync(UsualValues.PlanId, Batch, cancellationToken) is { Count: > 0 } stale)
        {
            int kept = await WriteAsync(stale, cancellationToken);
            if (kept == 0)
            {
                // Their bars change faster than they can be read; the next refresh takes them.
                break;
            }

            written += kept;
        }

        if (written > 0)
        {
            TimeSpan took = clock.GetElapsedTime(started);
            Refreshed(written, s_names.Length, took);
        }

        return written;
    }

    private async Task<int> WriteAsync(IReadOnlyList<SeriesCoverage> stale, CancellationToken cancellationToken)
    {
        var snapshots = new ConcurrentBag<IndicatorSnapshot>();
        await latest.ComputeAsync(UsualValues.Plan, stale, row => snapshots.Add(Snapshot(row)), null, cancellationToken);
        return await store.WriteAsync(UsualValues.PlanId, s_names, [.. snapshots], cancellationToken);
    }

    private static IndicatorSnapshot Snapshot(LatestRow row) =>
        new(row.Series, row.Bars.TimeAt(row.Bars.Count - 1), DataHash.Of(row.Bars), [.. row.Values.Select(value => double.IsFinite(value) ? value : (double?)null)]);

    [LoggerMessage(Level = LogLevel.Information, Message = "Indicator values: {Series} series of {Columns} columns in {Took}")]
    private partial void Refreshed(int series, int columns, TimeSpan took);
}
