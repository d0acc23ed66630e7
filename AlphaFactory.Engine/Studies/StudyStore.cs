using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Reads studies from the store and says what their numbers mean.</summary>
internal sealed class StudyStore(IStudyChunks chunks, IStrategyCatalog strategies) : IStudyStore
{
    public async Task<StudyState?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await chunks.TallyAsync(id, cancellationToken) is not { } tally)
        {
            return null;
        }

        var run = tally.Run;
        bool ended = run.State is not (RunState.Queued or RunState.Running);
        double seconds = tally.Worked.TotalSeconds;
        double? rate = tally.WorkedOn > 0 && seconds > 0 ? tally.WorkedOn / seconds : null;
        return new StudyState
        {
            Run = run,
            Spec = tally.Spec,
            Phase = ended ? StudyPhase.Ended : tally.Current switch { ChunkTask.Plan => StudyPhase.Planning, ChunkTask.Work => StudyPhase.Computing, _ => StudyPhase.Concluding },
            ChunksDone = tally.Done,
            ChunksTotal = tally.Total,
            Done = run.Done,
            Total = run.Total,
            PerSecond = rate,
            Left = !ended && rate is { } pace && run.Total > run.Done ? TimeSpan.FromSeconds((run.Total - run.Done) / pace) : null,
            Best = tally.Best is { } best ? new StudyBest(best.Set, new SweepSpace(tally.Spec.Tried, strategies).Values(best.Set), best.Objective) : null,
            Workers = tally.Workers,
        };
    }

    public Task<StudySpec?> SpecAsync(string id, CancellationToken cancellationToken) => chunks.SpecAsync(id, cancellationToken);

    public Task<SweepStudyResult?> SweepAsync(string id, CancellationToken cancellationToken) => chunks.SweepAsync(id, cancellationToken);

    public Task<WalkForwardOutcome?> WalkForwardAsync(string id, CancellationToken cancellationToken) => chunks.WalkForwardAsync(id, cancellationToken);

    public Task<CrossValidationOutcome?> CrossValidationAsync(string id, CancellationToken cancellationToken) => chunks.CrossValidationAsync(id, cancellationToken);

    public Task<double[]?> ObjectivesAsync(string id, CancellationToken cancellationToken) => chunks.ObjectivesAsync(id, cancellationToken);

    public async Task<RowPage?> RowsAsync(string id, RowQuery query, CancellationToken cancellationToken) =>
        await SpaceAsync(id, cancellationToken) is { } space ? await new RowSearch(chunks, space, id).FindAsync(query, cancellationToken) : null;

    public async Task<bool> WriteCsvAsync(string id, Stream stream, CancellationToken cancellationToken)
    {
        if (await SpaceAsync(id, cancellationToken) is not { } space)
        {
            return false;
        }

        using var buffer = new MemoryStream();
        await using var text = new StreamWriter(buffer, leaveOpen: true);
        var (csv, rows) = (new SweepCsv(text), new SweepRows());
        foreach (int ordinal in await chunks.WithRowsAsync(id, cancellationToken))
        {
            var chunk = await chunks.RowsAsync(id, ordinal, cancellationToken);
            for (int first = 0; first < chunk.Sets.Length; first += GridSearch.Batch)
            {
                chunk.CopyTo(rows, first, Math.Min(GridSearch.Batch, chunk.Sets.Length - first));
                csv.Write(space, rows);
                await text.FlushAsync(cancellationToken);
                await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
                buffer.SetLength(0);
            }
        }

        return true;
    }

    public async Task<RunSpec?> RunOfAsync(string id, long set, CancellationToken cancellationToken) =>
        await chunks.SpecAsync(id, cancellationToken) is { } spec && new SweepSpace(spec.Tried, strategies) is var space && set >= 0 && set < space.Size ? space.Spec(set) : null;

    /// <summary>The space of a sweep; null when there is no sweep of that id.</summary>
    private async Task<SweepSpace?> SpaceAsync(string id, CancellationToken cancellationToken) =>
        await chunks.SpecAsync(id, cancellationToken) is SweepStudy { Sweep: var sweep } ? new SweepSpace(sweep, strategies) : null;
}
