using System.Globalization;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>Pieces whose worker fell silent, and pieces that are due.</summary>
internal sealed partial class StudyChunks
{
    public async Task<IReadOnlyList<RecoveredChunk>> RecoverAsync(DateTimeOffset silentSince, int attempts, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var silent = await context.RunChunks.Where(row => row.State == ChunkState.Running && row.HeartbeatAt < silentSince)
            .Select(row => new ChunkClaim(row.RunId, row.Ordinal, row.Node!, row.Attempt)).ToListAsync(cancellationToken);
        var recovered = new List<RecoveredChunk>();
        foreach (ChunkClaim lost in silent)
        {
            if (await TakeBackAsync(context, lost, silentSince, attempts, cancellationToken) is { } found)
            {
                recovered.Add(found);
            }
        }

        return recovered;
    }

    public async Task<IReadOnlyList<DueChunk>> DueAsync(string? id, int most, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string backtest = ChoiceText.Of(RunKind.Backtest);
        List<string> active = await context.Runs.Where(row => row.Kind != backtest && (row.State == RunState.Queued || row.State == RunState.Running) && (id == null || row.Id == id))
            .OrderBy(row => row.CreatedAt).Select(row => row.Id).ToListAsync(cancellationToken);
        var due = new List<DueChunk>();
        foreach (string study in active)
        {
            due.AddRange((await Chunks(context, study).Where(row => row.State == ChunkState.Queued).OrderBy(row => row.Ordinal).Take(most).Select(row => row.Ordinal).ToListAsync(cancellationToken)).Select(ordinal => new DueChunk(study, ordinal)));
        }

        return due;
    }

    private async Task<RecoveredChunk?> TakeBackAsync(AlphaFactoryContext context, ChunkClaim lost, DateTimeOffset silentSince, int attempts, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // The study may have been stopped: its pieces are then put back in order without a word.
        bool goesOn = await Running(context, lost.RunId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Total, row => row.Total), cancellationToken) == 1;

        // Repeats the conditions: the worker may have come back since, or another node may have swept.
        IQueryable<RunChunkRow> chunk = Claimed(context, lost).Where(row => row.HeartbeatAt < silentSince);
        if (await chunk.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Queued).SetProperty(row => row.Losses, row => row.Losses + 1).SetProperty(row => row.Done, 0L), cancellationToken) == 0)
        {
            return null;
        }

        var state = RunState.Running;
        if (goesOn && await Chunks(context, lost.RunId).Where(row => row.Ordinal == lost.Ordinal).Select(row => row.Losses).SingleAsync(cancellationToken) >= attempts)
        {
            state = RunState.Failed;
            string error = string.Create(
                CultureInfo.InvariantCulture,
                $"The worker of piece {lost.Ordinal} stopped answering in {attempts} of {attempts} attempts, the last time on {lost.Node}. Look for a crash or lack of memory in the log of that node, then retry: what is done stays done.");
            DateTimeOffset now = clock.Now();
            await Running(context, lost.RunId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, RunState.Failed).SetProperty(row => row.Error, error).SetProperty(row => row.FinishedAt, now), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return goesOn ? new RecoveredChunk(lost.RunId, lost.Ordinal, lost.Node, state) : null;
    }
}
