using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>Studies in the database. What a piece goes through while it is worked on is in the parts beside.</summary>
internal sealed partial class StudyChunks(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : IStudyChunks
{
    public async Task<RunRecord> CreateAsync(StudySpec spec, string title, string createdBy, bool isSynthetic, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        RunRow run = RunRows.New(spec.Run, spec.Kind, title, createdBy, isSynthetic, clock.Now());
        context.Runs.Add(run);
        context.Studies.Add(new StudyRow { RunId = run.Id, Spec = StudyRows.Write(spec) });
        context.RunChunks.Add(new RunChunkRow { RunId = run.Id, ContentKey = StudyRows.Plan, Task = ChunkTask.Plan, State = ChunkState.Queued });
        await context.SaveChangesAsync(cancellationToken);
        return RunRows.Record(run);
    }

    public async Task<StudySpec?> SpecAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await SpecAsync(context, id, cancellationToken);
    }

    public async Task<ChunkTally?> TallyAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        RunRecord? run = (await RunRows.RecordsAsync(context, context.Runs.Where(row => row.Id == id), cancellationToken)).SingleOrDefault();
        if (run is null || await SpecAsync(context, id, cancellationToken) is not { } spec)
        {
            return null;
        }

        var counts = await Chunks(context, id).GroupBy(row => new { row.Task, row.State }).Select(group => new { group.Key.Task, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        IQueryable<RunChunkRow> work = Chunks(context, id).Where(row => row.Task == ChunkTask.Work);
        var best = await work.Where(row => row.BestObjective != null).OrderByDescending(row => row.BestObjective).ThenBy(row => row.Ordinal).Select(row => new { row.BestSet, row.BestObjective }).FirstOrDefaultAsync(cancellationToken);
        var running = await Chunks(context, id).Where(row => row.State == ChunkState.Running).OrderBy(row => row.Ordinal)
            .Select(row => new { row.Node, row.Ordinal, row.Done, row.Size, row.StartedAt, row.HeartbeatAt }).ToListAsync(cancellationToken);
        var worked = await work.Where(row => (row.State == ChunkState.Running || row.State == ChunkState.Done) && row.StartedAt != null)
            .Select(row => new { row.Done, row.StartedAt, row.FinishedAt, row.HeartbeatAt }).ToListAsync(cancellationToken);
        return new ChunkTally
        {
            Run = run,
            Spec = spec,
            Done = counts.Where(group => group is { Task: ChunkTask.Work, State: ChunkState.Done }).Sum(group => group.Count),
            Total = counts.Where(group => group.Task == ChunkTask.Work).Sum(group => group.Count),
            Current = counts.Where(group => group.Task != ChunkTask.Neighbours && group.State != ChunkState.Done).Select(group => (ChunkTask?)group.Task).Min(),
            Worked = WorkTime.Of(worked.Select(row => (row.StartedAt!.Value, row.FinishedAt ?? row.HeartbeatAt ?? row.StartedAt.Value))),
            WorkedOn = worked.Sum(row => row.Done),
            Best = best is null ? null : (best.BestSet!.Value, best.BestObjective!.Value),
            Workers = [.. running.Select(row => new StudyWorker(row.Node ?? "", row.Ordinal, row.Done, row.Size, row.StartedAt ?? run.CreatedAt, row.HeartbeatAt ?? run.CreatedAt))],
            Nodes = await work.Where(row => row.State == ChunkState.Done && row.Node != null).Select(row => row.Node!).Distinct().OrderBy(node => node).ToListAsync(cancellationToken),
        };
    }

    public async Task<SweepStudyResult?> SweepAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await SpecAsync(context, id, cancellationToken) is SweepStudy study && await DocumentAsync(context, id, cancellationToken) is { } document ? document.ToSweep(study) : null;
    }

    public async Task<WalkForwardOutcome?> WalkForwardAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await SpecAsync(context, id, cancellationToken) is WalkForwardStudy study && await DocumentAsync(context, id, cancellationToken) is { } document ? document.ToWalkForward(study) : null;
    }

    public async Task<CrossValidationOutcome?> CrossValidationAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await SpecAsync(context, id, cancellationToken) is CrossValidationStudy study && await DocumentAsync(context, id, cancellationToken) is { } document ? ValidationDocument.Read(document, study) : null;
    }

    public async Task<double[]?> ObjectivesAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        StudyColumnRow? column = await context.StudyColumns.AsNoTracking().SingleOrDefaultAsync(row => row.RunId == id && row.Name == StudyDocument.Objectives, cancellationToken);
        return column is null ? null : ColumnCodec.DecodeDoubles(column.Values, column.Count);
    }

    public async Task<IReadOnlyList<int>> WithRowsAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Chunks(context, id).Where(row => row.State == ChunkState.Done && row.Rows != null).OrderBy(row => row.Ordinal).Select(row => row.Ordinal).ToListAsync(cancellationToken);
    }

    public async Task<ChunkRows> RowsAsync(string id, int ordinal, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Stored(context, id, ordinal).Select(row => new { row.Rows, row.RowCount, row.SetCount, row.EventCount }).SingleAsync(cancellationToken);
        return ChunkColumns.Decode(row.Rows!, row.RowCount, row.SetCount, row.EventCount);
    }

    public async Task<(long[] Sets, double[]?[] Columns)> ColumnsAsync(string id, int ordinal, IReadOnlyCollection<int> columns, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Stored(context, id, ordinal).Select(row => new { row.Rows, row.RowCount }).SingleAsync(cancellationToken);
        double[]?[] found = new double[]?[SweepRows.Width];
        foreach (int column in columns)
        {
            found[column] = ChunkColumns.Figure(row.Rows!, row.RowCount, column);
        }

        return (ChunkColumns.Sets(row.Rows!, row.RowCount), found);
    }

    private static async Task<StudyDocument?> DocumentAsync(AlphaFactoryContext context, string id, CancellationToken cancellationToken)
    {
        if (await context.Studies.Where(row => row.RunId == id).Select(row => row.Outcome).SingleOrDefaultAsync(cancellationToken) is not { } text)
        {
            return null;
        }

        List<StudyColumnRow> columns = await context.StudyColumns.AsNoTracking().Where(row => row.RunId == id && row.Name != StudyDocument.Objectives).ToListAsync(cancellationToken);
        return new StudyDocument(text, columns.ToDictionary(row => row.Name, row => ColumnCodec.DecodeDoubles(row.Values, row.Count)));
    }

    private static IQueryable<RunChunkRow> Chunks(AlphaFactoryContext context, string id) => context.RunChunks.Where(row => row.RunId == id);

    private static IQueryable<RunChunkRow> Stored(AlphaFactoryContext context, string id, int ordinal) =>
        Chunks(context, id).Where(row => row.Ordinal == ordinal && row.State == ChunkState.Done && row.Rows != null);

    private static async Task<StudySpec?> SpecAsync(AlphaFactoryContext context, string id, CancellationToken cancellationToken)
    {
        var row = await (from study in context.Studies where study.RunId == id join run in context.Runs on study.RunId equals run.Id select new { study.Spec, run.Kind }).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : StudyRows.Read(row.Spec, ChoiceText.Parse<RunKind>(row.Kind)!.Value);
    }
}
