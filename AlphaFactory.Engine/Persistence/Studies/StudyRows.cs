using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>Turns rows of studies into what the rest of the engine sees.</summary>
internal static class StudyRows
{
    /// <summary>Key of the planning, the conclusion and the neighbours: they have no content of their own.</summary>
    public const string Plan = "plan", Conclude = "conclude", Neighbours = "neighbours";

    public static string Write(StudySpec spec) => spec switch
    {
        SweepStudy sweep => StoreJson.Write(sweep.Sweep),
        WalkForwardStudy walk => StoreJson.Write(walk.Walk),
        CrossValidationStudy validation => StoreJson.Write(validation.Validation),
        _ => throw new InvalidOperationException($"There is no fourth kind of study, and yet this is {spec.GetType().Name}."),
    };

    public static StudySpec Read(string text, RunKind kind) => kind switch
    {
        RunKind.Sweep => new SweepStudy(StoreJson.Read<SweepDefinition>(text)),
        RunKind.CrossValidation => new CrossValidationStudy(StoreJson.Read<CrossValidationDefinition>(text)),
        RunKind.WalkForward => new WalkForwardStudy(StoreJson.Read<WalkForwardDefinition>(text)),
        _ => throw new InvalidOperationException($"A {ChoiceText.Of(kind)} is no study."),
    };

    /// <summary>Takes away what came of a study that is to run again. Pieces that are done stay, so that it goes on where it stopped.</summary>
    public static async Task ResetAsync(AlphaFactoryContext context, string id, CancellationToken cancellationToken)
    {
        await context.StudyColumns.Where(row => row.RunId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Studies.Where(row => row.RunId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, (string?)null), cancellationToken);
        IQueryable<RunChunkRow> chunks = context.RunChunks.Where(row => row.RunId == id);
        await chunks.Where(row => row.Task == ChunkTask.Neighbours).ExecuteDeleteAsync(cancellationToken);
        await chunks.ExecuteUpdateAsync(set => set.SetProperty(row => row.Losses, 0), cancellationToken);
        await chunks.Where(row => row.Task == ChunkTask.Plan).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Queued), cancellationToken);
        await chunks.Where(row => row.Task != ChunkTask.Plan && (row.Task == ChunkTask.Conclude || row.State != ChunkState.Done))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ChunkState.Waiting).SetProperty(row => row.Done, 0L), cancellationToken);
    }
}
