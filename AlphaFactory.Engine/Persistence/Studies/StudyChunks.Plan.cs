using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>The two ends of a study: its plan and its outcome.</summary>
internal sealed partial class StudyChunks
{
    public async Task<bool> PlanAsync(ChunkClaim claim, StudyPlan plan, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        if (await LockAsync(context, claim.RunId, claim.Node, now, cancellationToken) == 0
            || await Claimed(context, claim).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Done).SetProperty(row => row.FinishedAt, now), cancellationToken) == 0)
        {
            return false;
        }

        IQueryable<RunChunkRow> work = Chunks(context, claim.RunId).Where(row => row.Task == ChunkTask.Work);
        HashSet<string> wanted = [.. plan.Chunks.Select(chunk => chunk.Key)];
        List<string> done = await work.Where(row => row.State == ChunkState.Done).Select(row => row.ContentKey).ToListAsync(cancellationToken);
        HashSet<string> kept = [.. done.Where(wanted.Contains)];
        await Chunks(context, claim.RunId).Where(row => row.Task == ChunkTask.Conclude || (row.Task == ChunkTask.Work && row.State != ChunkState.Done)).ExecuteDeleteAsync(cancellationToken);
        foreach (string[] stale in done.Where(key => !kept.Contains(key)).Chunk(500))
        {
            await work.Where(row => stale.Contains(row.ContentKey)).ExecuteDeleteAsync(cancellationToken);
        }

        bool first = true;
        for (int i = 0; i < plan.Chunks.Count; i++)
        {
            PlannedChunk chunk = plan.Chunks[i];
            if (kept.Contains(chunk.Key))
            {
                continue;
            }

            context.RunChunks.Add(new RunChunkRow
            {
                RunId = claim.RunId,
                ContentKey = chunk.Key,
                Ordinal = i + 1,
                Task = ChunkTask.Work,
                State = plan.IsSequential && !first ? ChunkState.Waiting : ChunkState.Queued,
                First = chunk.First,
                Size = chunk.Size,
                Drawn = chunk.Sets is null ? null : ChunkColumns.EncodeSets(chunk.Sets),
            });
            first = false;
        }

        context.RunChunks.Add(new RunChunkRow { RunId = claim.RunId, ContentKey = StudyRows.Conclude, Ordinal = plan.Chunks.Count + 1, Task = ChunkTask.Conclude, State = first ? ChunkState.Queued : ChunkState.Waiting });
        await context.SaveChangesAsync(cancellationToken);
        await context.Studies.Where(row => row.RunId == claim.RunId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DataHash, plan.DataHash).SetProperty(row => row.ChunkSize, plan.ChunkSize).SetProperty(row => row.SetsPerSecond, plan.SetsPerSecond), cancellationToken);
        (long all, long total) = (await DoneAsync(context, claim.RunId, cancellationToken), plan.Chunks.Sum(chunk => chunk.Size));
        await Running(context, claim.RunId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Done, all).SetProperty(row => row.Total, total), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<(long ChunkSize, double SetsPerSecond)> PaceAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var study = await context.Studies.Where(row => row.RunId == id).Select(row => new { row.ChunkSize, row.SetsPerSecond }).SingleAsync(cancellationToken);
        return (study.ChunkSize, study.SetsPerSecond);
    }

    public async Task<bool> ConcludeAsync(ChunkClaim claim, StudyFound outcome, ChunkRows? neighbours, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        (DateTimeOffset now, StudyDocument document) = (clock.Now(), StudyDocument.Of(outcome));
        byte[]? sparkline = (outcome.Walk?.Plateau ?? outcome.Validation?.Median) is { } curve ? Sparkline.Encode(curve.Equity) : null;
        if (await LockAsync(context, claim.RunId, claim.Node, now, cancellationToken) == 0
            || await Claimed(context, claim).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Done).SetProperty(row => row.FinishedAt, now), cancellationToken) == 0)
        {
            return false;
        }

        await context.Studies.Where(row => row.RunId == claim.RunId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, document.Text), cancellationToken);
        context.StudyColumns.AddRange(document.Columns.Select(column => new StudyColumnRow { RunId = claim.RunId, Name = column.Key, Count = column.Value.Length, Values = ColumnCodec.Encode(column.Value) }));
        if (neighbours is not null)
        {
            context.RunChunks.Add(new RunChunkRow
            {
                RunId = claim.RunId, ContentKey = StudyRows.Neighbours, Ordinal = claim.Ordinal + 1, Task = ChunkTask.Neighbours, State = ChunkState.Done, Node = claim.Node, FinishedAt = now,
                Rows = ChunkColumns.Encode(neighbours), RowCount = neighbours.Sets.Length, SetCount = neighbours.SetCount, EventCount = neighbours.EventCount,
            });
        }

        await context.SaveChangesAsync(cancellationToken);
        await Running(context, claim.RunId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Done).SetProperty(row => row.Done, row => row.Total).SetProperty(row => row.FinishedAt, now).SetProperty(row => row.Error, (string?)null)
                .SetProperty(row => row.Verdict, outcome.Sentence).SetProperty(row => row.Sparkline, sparkline),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
