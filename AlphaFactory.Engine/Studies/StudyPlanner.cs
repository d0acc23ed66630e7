using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Cuts a study into pieces of a few seconds. The pieces decide nothing: put together they are the study in process, however they are cut.</summary>
internal static class StudyPlanner
{
    /// <summary>Most numbers of a piece, which is what bounds the memory of a worker.</summary>
    public const long Largest = 1 << 17;

    /// <summary>Pieces of a study at most; larger studies have longer pieces.</summary>
    private const long MostChunks = 10_000;

    // A search that learns asks for sets in batches; a piece holds whole ones.
    private const int Batch = 8;

    /// <summary>Numbers of a piece that takes so many seconds.</summary>
    public static long SizeOf(StudyPace pace, long planned, bool isGrid, double seconds)
    {
        double sets = Math.Max(1, pace.SetsPerSecond * seconds), numbers = isGrid ? sets / Math.Max(pace.Share, 1e-6) : sets;
        long size = (long)Math.Clamp(numbers, 1, Largest);
        long least = (planned + MostChunks - 1) / MostChunks;
        return Math.Max(size, least) is var chosen && isGrid ? chosen : (chosen + Batch - 1) / Batch * Batch;
    }

    /// <summary>Number of pieces.</summary>
    public static long Count(PreparedStudy study, long size) => study.Walk is { } walk ? walk.Windows.Count : (study.Planned + size - 1) / size;

    /// <exception cref="RunSpecException">No set meets the condition.</exception>
    public static StudyPlan Plan(PreparedStudy study, long size, double setsPerSecond, CancellationToken cancellationToken)
    {
        if (study.Walk is { } walk)
        {
            return new StudyPlan(study.DataHash, size, setsPerSecond, false, [.. walk.Windows.Select((_, window) => new PlannedChunk(StudyKeys.Chunk(study.Spec, study.DataHash, window, study.Planned), window, study.Planned))]);
        }

        if (study.IsGrid || study.Method.IsSequential)
        {
            return new StudyPlan(study.DataHash, size, setsPerSecond, study.Method.IsSequential, [.. Ranges(study, size)]);
        }

        var sets = Drawn(study, cancellationToken);
        return new StudyPlan(study.DataHash, size, setsPerSecond, false, [.. Ranges(study, size, sets.Count).Select(chunk => chunk with { Sets = [.. sets.Skip((int)chunk.First).Take((int)chunk.Size)] })]);
    }

    private static IEnumerable<PlannedChunk> Ranges(PreparedStudy study, long size, long? count = null)
    {
        long total = count ?? study.Planned;
        for (long first = 0; first < total; first += size)
        {
            long length = Math.Min(size, total - first);
            yield return new PlannedChunk(StudyKeys.Chunk(study.Spec, study.DataHash, first, length), first, length);
        }
    }

    /// <summary>All sets of a search that does not learn, in the order in which it asks for them.</summary>
    private static List<long> Drawn(PreparedStudy study, CancellationToken cancellationToken)
    {
        var engine = study.Rent();
        var search = study.Method.Begin(study.Space, engine.IsSet, study.Definition.Budget, study.Definition.Seed);
        var sets = new List<long>();
        while (search.Next() is { Count: > 0 } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sets.AddRange(batch);
        }

        study.Return(engine);
        return sets;
    }
}
