using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Puts the pieces of a study together. The rows pass by in the order of a sweep in process, so that the outcome is the same to the last bit.</summary>
internal sealed class StudyConclusion(IStudyChunks chunks, IRunStore runs, ITrialLedger ledger, IStrategyCatalog strategies, StatisticRegistry statistics, SearchMethodRegistry methods, TimeProvider clock)
{
    private const long MostObjectives = 1 << 20;

    /// <summary>Concludes a study all pieces of which are done.</summary>
    /// <returns>What it found, and the rows computed on the way; null when there are none.</returns>
    public Task<(StudyFound Found, ChunkRows? Neighbours)> ConcludeAsync(string id, PreparedStudy study, int threads, CancellationToken cancellationToken) =>
        study.Walk is { } walk ? WalkAsync(id, walk, threads, cancellationToken)
        : study.Validation is { } plan ? ValidateAsync(id, study, plan, threads, cancellationToken)
        : SweepAsync(id, study, threads, cancellationToken);

    private async Task<(StudyFound Found, ChunkRows? Neighbours)> SweepAsync(string id, PreparedStudy study, int threads, CancellationToken cancellationToken)
    {
        var summary = new SweepSummary(study.Space);
        var sample = new EvenSample<long>(LuckTests.MostSets - 1);
        var rows = new SweepRows();
        foreach (int ordinal in await chunks.WithRowsAsync(id, cancellationToken))
        {
            var chunk = await chunks.RowsAsync(id, ordinal, cancellationToken);
            for (int first = 0; first < chunk.Sets.Length; first += GridSearch.Batch)
            {
                chunk.CopyTo(rows, first, Math.Min(GridSearch.Batch, chunk.Sets.Length - first));
                summary.Add(rows);
            }

            Array.ForEach(chunk.Sets, sample.Add);
        }

        var (engine, computed) = (study.Rent(), new RowCollector());
        var work = new SweepWork(engine, summary, computed, threads, cancellationToken);
        var conclusion = await Task.Run(() => new SweepConclusion(engine, summary, work, study.IsGrid), cancellationToken);
        var neighbours = computed.Count == 0 ? null : computed.ToChunk();
        if (neighbours is not null)
        {
            await ledger.AddAsync(study.Definition.Run.Strategy, study.SpaceKey, SetRanges.Of(neighbours.Sets), cancellationToken);
        }

        long trials = await runs.CountTrialsAsync(study.Definition.Run.Strategy, cancellationToken);
        var tally = (await chunks.TallyAsync(id, cancellationToken))!;
        var found = await Task.Run(() => Judge(study, conclusion, engine, sample.Take(), trials, threads, tally, cancellationToken), cancellationToken);
        study.Return(engine);
        double[]? objectives = study.Space.Size > MostObjectives ? null : [.. Enumerable.Range(0, (int)study.Space.Size).Select(set => summary.ObjectiveOf(set) ?? double.NaN)];
        return (new StudyFound(found, objectives, null, null, Sentence(found)), neighbours);
    }

    private SweepStudyResult Judge(PreparedStudy study, SweepConclusion conclusion, SweepEngine engine, IReadOnlyList<long> sampled, long trials, int threads, ChunkTally tally, CancellationToken cancellationToken)
    {
        var outcome = conclusion.Outcome(strategies, statistics, study.Bars, trials, TimeSpan.Zero, threads);
        long[] sets = outcome.Best is { Set: { } best } && !sampled.Contains(best) ? [.. sampled, best] : [.. sampled];
        double[][] returns = sets.Length == 0 ? [] : engine.DailyReturns(sets, threads, cancellationToken);
        var (overfit, overfitReason) = LuckTests.Overfitting(returns, cancellationToken);
        int winner = Array.IndexOf(sets, outcome.Best?.Set ?? -1);
        double[] held = TestRun.Of(HoldRun.Of(study.Definition.Run), study.Period, strategies).Performance.Returns;
        var (superiority, superiorityReason) = winner < 0 ? (null, "no set has an objective") : LuckTests.Superiority(returns, winner, held, study.Definition.Seed, cancellationToken);
        return new SweepStudyResult
        {
            Sweep = study.Definition,
            Sets = outcome.Sets,
            Combinations = study.Space.Size,
            Bars = outcome.Bars,
            FirstDay = study.Period.Bars.DateAt(0),
            LastDay = study.Period.Bars.DateAt(study.Period.Bars.Count - 1),
            DataHash = study.DataHash,
            Elapsed = clock.GetUtcNow() - (tally.Run.StartedAt ?? tally.Run.CreatedAt),
            Engine = outcome.Engine,
            Nodes = tally.Nodes,
            Best = outcome.Best,
            Plateau = outcome.Plateau,
            BestGround = outcome.BestGround,
            PlateauGround = outcome.PlateauGround,
            Clusters = outcome.Clusters,
            Default = outcome.Default,
            BuyAndHold = outcome.BuyAndHold,
            DeflatedSharpe = outcome.DeflatedSharpe,
            Trials = outcome.Trials,
            Top = outcome.Top,
            Histogram = LuckTests.Bins(outcome.Summary.Histogram),
            Grids = PairGrids.Of(outcome.Summary),
            Overfit = overfit,
            OverfitReason = overfitReason,
            Superiority = superiority,
            SuperiorityReason = superiorityReason,
        };
    }

    private async Task<(StudyFound Found, ChunkRows? Neighbours)> WalkAsync(string id, WalkForwardPlan walk, int threads, CancellationToken cancellationToken)
    {
        var found = new List<WindowFound>();
        foreach (int ordinal in await chunks.WithRowsAsync(id, cancellationToken))
        {
            found.Add(WindowRows.Read(walk.Space, await chunks.RowsAsync(id, ordinal, cancellationToken)));
        }

        var run = (await runs.FindAsync(id, cancellationToken))!;
        var walker = new WalkForwarder(strategies, statistics, methods, clock);
        var outcome = await Task.Run(() => walker.Join(walk, found, threads, cancellationToken), cancellationToken) with { Elapsed = clock.GetUtcNow() - (run.StartedAt ?? run.CreatedAt) };
        return (new StudyFound(null, null, outcome, null, Sentence(outcome)), null);
    }

    private async Task<(StudyFound Found, ChunkRows? Neighbours)> ValidateAsync(string id, PreparedStudy study, CrossValidationPlan plan, int threads, CancellationToken cancellationToken)
    {
        var winners = new SplitWinners(plan.Splits, plan.Objective);
        long sets = 0;
        foreach (int ordinal in await chunks.WithRowsAsync(id, cancellationToken))
        {
            var chunk = await chunks.RowsAsync(id, ordinal, cancellationToken);
            WinnerRows.Take(winners, chunk);
            sets += chunk.SetCount;
        }

        var run = (await runs.FindAsync(id, cancellationToken))!;
        var (validator, engine) = (new CrossValidator(strategies, statistics, methods, clock), study.Rent());
        var outcome = await Task.Run(() => validator.Join(plan, engine, winners, sets, threads, cancellationToken), cancellationToken) with { Elapsed = clock.GetUtcNow() - (run.StartedAt ?? run.CreatedAt) };
        study.Return(engine);
        return (new StudyFound(null, null, null, outcome, Sentence(outcome)), null);
    }

    private static string Sentence(SweepStudyResult found) => found.Best is null
        ? string.Create(CultureInfo.InvariantCulture, $"{(found.Sets == 1 ? "The only set has no" : $"None of {found.Sets:N0} sets has an")} objective.")
        : string.Create(CultureInfo.InvariantCulture, $"Best of {FigureText.Count(found.Sets, "set")}: {found.Sweep.Objective} {found.Best.Objective:G4}, against {found.Default.Objective:G4} of the default{(found.DeflatedSharpe.Value is { } deflated ? $"; deflated Sharpe ratio {deflated:F2} after {FigureText.Count(found.Trials, "try", "tries")}" : "")}.");

    private static string Sentence(WalkForwardOutcome found) => (found.Plateau.Figures["sharpe"], found.Default.Figures["sharpe"]) switch
    {
        ({ } optimised, { } standard) => string.Create(CultureInfo.InvariantCulture, $"Out of sample over {found.Windows.Count} {(found.Windows.Count == 1 ? "window" : "windows")}, optimised parameters had a Sharpe ratio of {optimised:F2}, the default {standard:F2}."),
        _ => "Out of sample there is no Sharpe ratio to compare.",
    };

    private static string Sentence(CrossValidationOutcome found) => (found.PathSpread, found.Default.Figures["sharpe"]) switch
    {
        ({ Count: 1 } only, { } standard) => string.Create(CultureInfo.InvariantCulture, $"Over the tests of {found.Splits.Count:N0} splits, chosen parameters had a Sharpe ratio of {only.Median:F2}, the default {standard:F2}."),
        ({ } spread, { } standard) => string.Create(CultureInfo.InvariantCulture, $"Over {found.Paths.Count:N0} paths of tests from {found.Splits.Count:N0} splits, chosen parameters had a Sharpe ratio of {spread.Lowest:F2} to {spread.Highest:F2}, median {spread.Median:F2}, the default {standard:F2}."),
        _ => "Out of sample there is no Sharpe ratio to compare.",
    };
}
