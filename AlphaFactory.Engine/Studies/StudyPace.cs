using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;

namespace AlphaFactory.Engine.Studies;

/// <summary>How fast sets are computed here, found out by computing some that lie evenly over the space.</summary>
/// <param name="SetsPerSecond">Sets a second.</param>
/// <param name="Measured">Sets that were computed to find it.</param>
/// <param name="Engine">What computed them.</param>
/// <param name="Share">Share of the numbers looked at that are sets of the sweep.</param>
internal sealed record StudyPace(double SetsPerSecond, int Measured, string Engine, double Share)
{
    private const int FirstRound = 32, MostInRound = 4096, MostLookedAt = 500_000;

    // A set of a cross-validation is read once for each split; with thousands of them a few sets are enough to be timed.
    private const int LooksInFirstRound = 3_200;
    private const double Golden = 0.6180339887498949;
    private static readonly TimeSpan s_enough = TimeSpan.FromMilliseconds(100), s_slow = TimeSpan.FromSeconds(2), s_learnt = TimeSpan.FromMilliseconds(300);

    /// <summary>Measures in rounds that double until one takes long enough to be timed. The first warms up code and columns; it counts only when it is so slow that this cannot be why.</summary>
    public static StudyPace Measure(PreparedStudy study, int threads, TimeProvider time, CancellationToken cancellationToken)
    {
        var engine = study.Rent();
        var pace = study.Method.IsSequential && study.Walk is null
            ? Learn(engine, study, threads, time, cancellationToken)
            : Measure(engine, study.Validation, threads, time, cancellationToken);
        study.Return(engine);
        return pace;
    }

    /// <summary>The pace of a search that learns is that of its own thinking as well, and of few sets at a time: it is let run for a moment.</summary>
    private static StudyPace Learn(SweepEngine engine, PreparedStudy study, int threads, TimeProvider time, CancellationToken cancellationToken)
    {
        var search = study.Method.Begin(study.Space, engine.IsSet, study.Definition.Budget, study.Definition.Seed);
        var rows = new SweepRows();
        int measured = 0, timed = 0, byEvents = 0;
        long begun = time.GetTimestamp(), start = begun;
        while (search.Next() is { Count: > 0 } asked)
        {
            engine.Evaluate([.. asked], rows, threads, cancellationToken);
            search.Tell(asked, [.. Enumerable.Range(0, rows.Count).Select(rows.Objective)]);
            byEvents += Enumerable.Range(0, rows.Count).Count(rows.ByEventEngine);
            (measured, timed) = (measured + asked.Count, timed + asked.Count);
            var took = time.GetElapsedTime(start);
            if (measured <= FirstRound && took < s_slow)
            {
                // What comes first warms up code and columns.
                (start, timed) = (time.GetTimestamp(), 0);
            }
            else if (took >= s_learnt)
            {
                break;
            }
        }

        string by = byEvents == 0 ? "kernel" : byEvents == measured ? "event" : "kernel+event";
        // A budget so small that it was all warming up is as slow as that.
        var (sets, since) = timed > 0 ? (timed, start) : (measured, begun);
        return new StudyPace(sets / Math.Max(time.GetElapsedTime(since).TotalSeconds, 1e-6), measured, by, measured == 0 ? 0 : 1);
    }

    private static StudyPace Measure(SweepEngine engine, CrossValidationPlan? validation, int threads, TimeProvider time, CancellationToken cancellationToken)
    {
        var rows = new SweepRows();
        long looked = 0, hits = 0, byEvents = 0;
        int measured = 0, first = validation is null ? FirstRound : Math.Clamp(LooksInFirstRound / validation.Splits.Count, Math.Min(threads, FirstRound), FirstRound);
        for (int round = first; ; round *= 2)
        {
            long[] sets = Draw(round);
            if (sets.Length == 0)
            {
                return new StudyPace(0, measured, "kernel", 0);
            }

            long start = time.GetTimestamp();
            byEvents += Compute(sets);
            var took = time.GetElapsedTime(start);
            measured += sets.Length;
            if (took >= (round == first ? s_slow : s_enough) || round >= MostInRound)
            {
                string by = byEvents == 0 ? "kernel" : byEvents == measured ? "event" : "kernel+event";
                return new StudyPace(sets.Length / Math.Max(took.TotalSeconds, 1e-6), measured, by, (double)hits / looked);
            }
        }

        // How many of them the event engine computed.
        int Compute(long[] sets)
        {
            if (validation is not null)
            {
                new SplitSearch(engine, validation).Look(sets, threads, cancellationToken);
                return sets.Length;
            }

            engine.Evaluate(sets, rows, threads, cancellationToken);
            return Enumerable.Range(0, rows.Count).Count(rows.ByEventEngine);
        }

        // A golden-ratio sequence lies evenly however long it gets.
        long[] Draw(int wanted)
        {
            var sets = new List<long>(wanted);
            while (sets.Count < wanted && looked < MostLookedAt)
            {
                double place = Golden * ++looked;
                long set = (long)((place - Math.Floor(place)) * engine.Space.Size);
                if (engine.IsSet(set))
                {
                    hits++;
                    sets.Add(set);
                }
            }

            return [.. sets];
        }
    }
}
