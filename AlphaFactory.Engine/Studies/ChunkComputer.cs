using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Engine.Studies;

/// <summary>Computes one piece of a study.</summary>
/// <param name="study">The study.</param>
/// <param name="work">The piece.</param>
/// <param name="statistics">The statistics there are.</param>
/// <param name="threads">Threads to use, asked again and again because other pieces come and go.</param>
/// <param name="progress">Told the numbers looked at, or sets tried.</param>
internal sealed class ChunkComputer(PreparedStudy study, ChunkWork work, StatisticRegistry statistics, Func<int> threads, IProgress<long> progress)
{
    // Between two looks at the threads there is a quarter of a second at most.
    private const double StepSeconds = 0.25;

    private readonly SetCollector _tried = new();

    /// <summary>The sets tried so far, also when it is cancelled or fails.</summary>
    public SetRanges Tried => _tried.ToRanges();

    /// <summary>Computes it.</summary>
    /// <param name="before">Rows of the pieces before, in order; asked for only by a search that learns.</param>
    /// <param name="cancellationToken">Stops within a few sets.</param>
    public async Task<ChunkRows> ComputeAsync(IAsyncEnumerable<ChunkRows> before, CancellationToken cancellationToken)
    {
        if (study.Walk is not null)
        {
            return Window(cancellationToken);
        }

        var engine = study.Rent();
        if (study.Validation is { } validation)
        {
            var found = Splits(engine, validation, cancellationToken);
            study.Return(engine);
            return found;
        }

        var rows = study.Method.IsSequential ? await LearnAsync(engine, before, cancellationToken) : Sets(engine, cancellationToken);
        study.Return(engine);
        return rows;
    }

    private ChunkRows Sets(SweepEngine engine, CancellationToken cancellationToken)
    {
        var (rows, found) = (new SweepRows(), new RowCollector());
        foreach (long[] sets in Steps(engine))
        {
            engine.Evaluate(sets, rows, threads(), cancellationToken);
            _tried.Add(sets);
            found.Add(rows);
        }

        return found.ToChunk();
    }

    /// <summary>The best set of the piece for each split of a cross-validation.</summary>
    private ChunkRows Splits(SweepEngine engine, CrossValidationPlan plan, CancellationToken cancellationToken)
    {
        var search = new SplitSearch(engine, plan);
        foreach (long[] sets in Steps(engine))
        {
            search.Look(sets, threads(), cancellationToken);
            _tried.Add(sets);
        }

        return WinnerRows.Of(search);
    }

    /// <summary>The sets of the piece a few at a time; each step reports the one before as done.</summary>
    private IEnumerable<long[]> Steps(SweepEngine engine)
    {
        long step = Math.Clamp((long)(work.SetsPerSecond * StepSeconds), 16, GridSearch.Batch);
        for (long done = 0; done < work.Size; done += step)
        {
            long count = Math.Min(step, work.Size - done);
            yield return work.Sets is { } drawn ? drawn.AsSpan((int)done, (int)count).ToArray() : [.. engine.SetsIn(work.First + done, count)];
            progress.Report(done + count);
        }
    }

    /// <summary>Tells the search what is stored, so that it stands where it would stand had it never stopped, and goes on from there.</summary>
    private async Task<ChunkRows> LearnAsync(SweepEngine engine, IAsyncEnumerable<ChunkRows> before, CancellationToken cancellationToken)
    {
        var search = study.Method.Begin(study.Space, engine.IsSet, study.Definition.Budget, study.Definition.Seed);
        var known = new Dictionary<long, double>();
        await foreach (var chunk in before.WithCancellation(cancellationToken))
        {
            for (int row = 0; row < chunk.Sets.Length; row++)
            {
                known[chunk.Sets[row]] = chunk.Column(SweepRows.Width - 1)[row];
            }
        }

        var (rows, found) = (new SweepRows(), new RowCollector());
        int told = 0;
        while (found.Count < work.Size && search.Next() is { Count: > 0 } sets)
        {
            long[] asked = [.. sets];
            if (told < known.Count)
            {
                double[] objectives = Array.ConvertAll(asked, set => known.TryGetValue(set, out double value)
                    ? value
                    : throw new InvalidOperationException($"The search asks for set {set}, which is not among the {known.Count} it tried before. Start the study anew."));
                search.Tell(asked, objectives);
                told += asked.Length;
                continue;
            }

            engine.Evaluate(asked, rows, threads(), cancellationToken);
            _tried.Add(asked);
            found.Add(rows);
            search.Tell(asked, [.. Enumerable.Range(0, rows.Count).Select(rows.Objective)]);
            progress.Report(Math.Min(found.Count, work.Size));
        }

        return found.ToChunk();
    }

    /// <summary>The two rows a window chose: the single best and the recommended one.</summary>
    private ChunkRows Window(CancellationToken cancellationToken)
    {
        var walk = study.Walk!;
        var search = new WindowSearch(walk.Space, walk.Train(walk.Windows[(int)work.First]), statistics, walk.Method, threads(), _tried, cancellationToken);
        return WindowRows.Of(search.Choose((int)work.First + 1, progress));
    }
}
