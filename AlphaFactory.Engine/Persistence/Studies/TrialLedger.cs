using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Studies;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>The ledger as one row a space. Who finds that the row changed meanwhile reads it again, so no lock is held while ranges are joined.</summary>
internal sealed class TrialLedger(IDbContextFactory<AlphaFactoryContext> contexts) : ITrialLedger
{
    public async Task<long> CountAsync(string strategy, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CountAsync(context, strategy, cancellationToken);
    }

    public static Task<long> CountAsync(AlphaFactoryContext context, string strategy, CancellationToken cancellationToken)
    {
        string id = StrategyReference.IdOf(strategy);
        return context.Trials.Where(row => row.Strategy == id).SumAsync(row => row.Count, cancellationToken);
    }

    public async Task<long> AddAsync(string strategy, string space, SetRanges sets, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
            TrialRow? row = await context.Trials.AsNoTracking().SingleOrDefaultAsync(row => row.Space == space, cancellationToken);
            SetRanges joined = row is null ? sets : Decode(row).With(sets);
            long added = joined.Count - (row?.Count ?? 0);
            if (added == 0 || await WriteAsync(context, StrategyReference.IdOf(strategy), space, row, joined, cancellationToken))
            {
                return added;
            }
        }
    }

    private static async Task<bool> WriteAsync(AlphaFactoryContext context, string strategy, string space, TrialRow? row, SetRanges joined, CancellationToken cancellationToken)
    {
        (long count, int ranges, byte[] packed) = (joined.Count, joined.Ranges.Count, Encode(joined));
        return row is null
            ? await context.Database.ExecuteSqlAsync(
                $"INSERT INTO trials (space, strategy, count, version, range_count, ranges) VALUES ({space}, {strategy}, {count}, {1}, {ranges}, {packed}) ON CONFLICT (space) DO NOTHING", cancellationToken) == 1
            : await context.Trials.Where(found => found.Space == space && found.Version == row.Version).ExecuteUpdateAsync(
                set => set.SetProperty(found => found.Count, count).SetProperty(found => found.Version, row.Version + 1).SetProperty(found => found.RangeCount, ranges).SetProperty(found => found.Ranges, packed),
                cancellationToken) == 1;
    }

    /// <summary>Starts and lengths by turns, as steps.</summary>
    private static byte[] Encode(SetRanges sets) => ChunkColumns.EncodeSets([.. sets.Ranges.SelectMany(range => new[] { range.First, range.End })]);

    private static SetRanges Decode(TrialRow row)
    {
        long[] edges = ChunkColumns.DecodeSets(row.Ranges, row.RangeCount * 2);
        return SetRanges.OfRanges(Enumerable.Range(0, row.RangeCount).Select(range => (edges[2 * range], edges[(2 * range) + 1])));
    }
}
