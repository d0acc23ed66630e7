using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Persistence.Bars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Indicators;

/// <summary>
/// Cached values in the database. Values are current when their snapshot carries the time at which the series was last written; so a write
/// of bars makes them stale by itself, and a crash half-way leaves the rest stale.
/// </summary>
internal sealed class IndicatorValueStore(IDbContextFactory<AlphaFactoryContext> contexts, IBulkValues bulk, TimeProvider clock) : IIndicatorValueStore
{
    public async Task<IReadOnlyList<SeriesCoverage>> StaleAsync(string plan, int take, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Series.AsNoTracking().Include(row => row.Symbol)
            .Where(row => row.Bars > 0 && !context.IndicatorSnapshots.Any(snapshot => snapshot.SeriesId == row.Id && snapshot.Plan == plan && snapshot.BarsUpdatedAt == row.UpdatedAt))
            .OrderBy(row => row.Id).Take(take).ToListAsync(cancellationToken);
        return [.. rows.Select(BarStore.Coverage)];
    }

    public async Task<int> WriteAsync(string plan, IReadOnlyList<string> names, IReadOnlyList<IndicatorSnapshot> snapshots, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        Dictionary<SeriesKey, int> ids = await IdsAsync(context, snapshots, cancellationToken);
        int written = 0;

        // In the order of their ids, so that two nodes that write the same series wait for each other and not in a ring.
        foreach (var (snapshot, id) in snapshots.Where(one => ids.ContainsKey(one.Series.Key)).Select(one => (one, ids[one.Series.Key])).OrderBy(pair => pair.Item2))
        {
            if (await ClaimAsync(context, plan, snapshot, id, cancellationToken) > 0)
            {
                await context.IndicatorValues.Where(row => row.SeriesId == id).ExecuteDeleteAsync(cancellationToken);
                await bulk.WriteAsync(context, id, names, snapshot.Values, cancellationToken);
                written++;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    public async Task<IReadOnlyDictionary<SeriesKey, StoredValues>> ReadAsync(string plan, BarInterval interval, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string[] wanted = [.. names];

        // One statement, so that values and snapshot are of one moment.
        var rows = await (
            from snapshot in context.IndicatorSnapshots
            join series in context.Series on snapshot.SeriesId equals series.Id
            join value in context.IndicatorValues on snapshot.SeriesId equals value.SeriesId
            where snapshot.Plan == plan && snapshot.BarsUpdatedAt == series.UpdatedAt && series.IntervalMinutes == interval.Minutes && wanted.Contains(value.Name)
            select new { series.Symbol!.Ticker, series.Source, snapshot.BarTime, snapshot.DataHash, snapshot.ComputedAt, value.Name, value.Value }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => new SeriesKey(row.Ticker, interval, row.Source)).ToDictionary(group => group.Key, group =>
        {
            var first = group.First();
            return new StoredValues(DateTimeOffset.FromUnixTimeMilliseconds(first.BarTime), first.DataHash, first.ComputedAt, group.ToDictionary(row => row.Name, row => row.Value ?? double.NaN, StringComparer.Ordinal));
        });
    }

    private static async Task<Dictionary<SeriesKey, int>> IdsAsync(AlphaFactoryContext context, IReadOnlyList<IndicatorSnapshot> snapshots, CancellationToken cancellationToken)
    {
        string[] tickers = [.. snapshots.Select(snapshot => snapshot.Series.Key.Symbol).Distinct()];
        var rows = await context.Series.Where(row => tickers.Contains(row.Symbol!.Ticker)).Select(row => new { row.Id, row.Symbol!.Ticker, row.IntervalMinutes, row.Source }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => new SeriesKey(row.Ticker, new BarInterval(row.IntervalMinutes), row.Source), row => row.Id);
    }

    /// <summary>Puts the snapshot down and locks it until the transaction ends; 0 when the bars have changed since.</summary>
    private Task<int> ClaimAsync(AlphaFactoryContext context, string plan, IndicatorSnapshot snapshot, int id, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO indicator_snapshots (series_id, plan, data_hash, bar_time, bars_updated_at, computed_at)
            SELECT id, {plan}, {snapshot.DataHash}, {snapshot.BarTime.ToUnixTimeMilliseconds()}, {context.Stored(snapshot.Series.UpdatedAt)}, {context.Stored(clock.Now())}
            FROM series WHERE id = {id} AND updated_at = {context.Stored(snapshot.Series.UpdatedAt)}
            ON CONFLICT (series_id) DO UPDATE SET plan = excluded.plan, data_hash = excluded.data_hash, bar_time = excluded.bar_time,
                bars_updated_at = excluded.bars_updated_at, computed_at = excluded.computed_at
            """,
            cancellationToken);
}
