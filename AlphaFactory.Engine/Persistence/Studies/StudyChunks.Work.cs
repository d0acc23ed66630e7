using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>Claims, signs of life and rows of pieces. Every transaction takes the study's run first, so that on PostgreSQL too two last pieces see each other.</summary>
internal sealed partial class StudyChunks
{
    public async Task<ChunkWork?> TryStartAsync(string id, int ordinal, string node, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        int begun = await context.Runs.Where(row => row.Id == id && row.State == RunState.Queued && !row.CancelRequested).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Running).SetProperty(row => row.Attempt, row => row.Attempt + 1).SetProperty(row => row.StartedAt, now)
                .SetProperty(row => row.HeartbeatAt, now).SetProperty(row => row.Node, node),
            cancellationToken);
        if (begun == 0 && await LockAsync(context, id, node, now, cancellationToken) == 0)
        {
            return null;
        }

        int taken = await Chunks(context, id).Where(row => row.Ordinal == ordinal && row.State == ChunkState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, ChunkState.Running).SetProperty(row => row.Node, node).SetProperty(row => row.Attempt, row => row.Attempt + 1)
                .SetProperty(row => row.StartedAt, now).SetProperty(row => row.HeartbeatAt, now).SetProperty(row => row.Done, 0L),
            cancellationToken);
        if (taken == 0)
        {
            return null;
        }

        var chunk = await Chunks(context, id).Where(row => row.Ordinal == ordinal && row.State == ChunkState.Running).Select(row => new { row.Attempt, row.Task, row.First, row.Size, row.Drawn }).SingleAsync(cancellationToken);
        var study = await context.Studies.Where(row => row.RunId == id).Select(row => new { row.DataHash, row.SetsPerSecond }).SingleAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        long[]? sets = chunk.Drawn is { } drawn ? ChunkColumns.DecodeSets(drawn, (int)chunk.Size) : null;
        return new ChunkWork(new ChunkClaim(id, ordinal, node, chunk.Attempt), chunk.Task, chunk.First, chunk.Size, sets, study.DataHash ?? "", study.SetsPerSecond);
    }

    public async Task<ChunkAnswer> ReportAsync(ChunkClaim claim, long done, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        if (await Claimed(context, claim).ExecuteUpdateAsync(set => set.SetProperty(row => row.Done, done).SetProperty(row => row.HeartbeatAt, now), cancellationToken) == 0)
        {
            return new ChunkAnswer(RunOrder.Abandon, 0, 0);
        }

        long all = await DoneAsync(context, claim.RunId, cancellationToken);
        int rows = await Running(context, claim.RunId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Done, all).SetProperty(row => row.HeartbeatAt, now), cancellationToken);
        long total = await context.Runs.Where(row => row.Id == claim.RunId).Select(row => row.Total).SingleOrDefaultAsync(cancellationToken);
        return new ChunkAnswer(rows == 0 ? RunOrder.Cancel : RunOrder.Continue, all, total);
    }

    public async Task<bool> CompleteAsync(ChunkClaim claim, ChunkRows rows, CancellationToken cancellationToken)
    {
        byte[] packed = ChunkColumns.Encode(rows);
        (long? bestSet, double? bestObjective) = rows.Best is { } best ? (best.Set, best.Objective) : ((long?)null, (double?)null);
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        if (await LockAsync(context, claim.RunId, claim.Node, now, cancellationToken) == 0)
        {
            return false;
        }

        int stored = await Claimed(context, claim).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, ChunkState.Done).SetProperty(row => row.Done, row => row.Size).SetProperty(row => row.HeartbeatAt, now).SetProperty(row => row.FinishedAt, now)
                .SetProperty(row => row.Rows, packed).SetProperty(row => row.RowCount, rows.Sets.Length).SetProperty(row => row.SetCount, rows.SetCount).SetProperty(row => row.EventCount, rows.EventCount)
                .SetProperty(row => row.BestSet, bestSet).SetProperty(row => row.BestObjective, bestObjective),
            cancellationToken);
        if (stored == 0)
        {
            return false;
        }

        await LetGoAsync(context, claim.RunId, claim.Ordinal + 1, cancellationToken);
        long all = await DoneAsync(context, claim.RunId, cancellationToken);
        await Running(context, claim.RunId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Done, all), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<bool> ReleaseAsync(ChunkClaim claim, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Claimed(context, claim).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Queued).SetProperty(row => row.Done, 0L), cancellationToken) == 1;
    }

    public async Task<bool> FailAsync(ChunkClaim claim, string error, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        if (await LockAsync(context, claim.RunId, claim.Node, now, cancellationToken) == 0
            || await Claimed(context, claim).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Queued).SetProperty(row => row.Done, 0L), cancellationToken) == 0)
        {
            return false;
        }

        await Running(context, claim.RunId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Failed).SetProperty(row => row.Error, error).SetProperty(row => row.FinishedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Queues the next piece of a search that learns, or the conclusion when nothing else is left.</summary>
    private static async Task LetGoAsync(AlphaFactoryContext context, string id, int next, CancellationToken cancellationToken)
    {
        int freed = await Chunks(context, id).Where(row => row.Ordinal == next && row.Task == ChunkTask.Work && row.State == ChunkState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, ChunkState.Queued), cancellationToken);
        if (freed == 0 && !await Chunks(context, id).AnyAsync(row => row.Task == ChunkTask.Work && row.State != ChunkState.Done, cancellationToken))
        {
            await Chunks(context, id).Where(row => row.Task == ChunkTask.Conclude && row.State == ChunkState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Queued), cancellationToken);
        }
    }

    /// <summary>Holds the study's run until the transaction ends; 0 when it has ended.</summary>
    private static Task<int> LockAsync(AlphaFactoryContext context, string id, string node, DateTimeOffset now, CancellationToken cancellationToken) =>
        Running(context, id).ExecuteUpdateAsync(set => set.SetProperty(row => row.HeartbeatAt, now).SetProperty(row => row.Node, node), cancellationToken);

    private static Task<long> DoneAsync(AlphaFactoryContext context, string id, CancellationToken cancellationToken) =>
        Chunks(context, id).Where(row => row.Task == ChunkTask.Work).SumAsync(row => row.Done, cancellationToken);

    private static IQueryable<RunRow> Running(AlphaFactoryContext context, string id) => context.Runs.Where(row => row.Id == id && row.State == RunState.Running);

    private static IQueryable<RunChunkRow> Claimed(AlphaFactoryContext context, ChunkClaim claim) =>
        context.RunChunks.Where(row => row.RunId == claim.RunId && row.Ordinal == claim.Ordinal && row.State == ChunkState.Running && row.Node == claim.Node && row.Attempt == claim.Attempt);
}
