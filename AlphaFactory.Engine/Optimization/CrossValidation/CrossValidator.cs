using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>
/// Runs a cross-validation in process. Training days do not join, and no strategy can trade half a period: each set is run once over the whole of
/// it, and its daily returns are then read on the training or on the test days alone. Without state; safe to share.
/// </summary>
/// <param name="strategies">The strategies there are.</param>
/// <param name="statistics">The statistics there are.</param>
/// <param name="methods">The search methods there are.</param>
/// <param name="time">Measures how long it took; no figure depends on it.</param>
public sealed class CrossValidator(IStrategyCatalog strategies, StatisticRegistry statistics, SearchMethodRegistry methods, TimeProvider time)
{
    /// <summary>Runs a cross-validation.</summary>
    /// <param name="definition">What to try and how to cut.</param>
    /// <param name="bars">The bars, already adjusted.</param>
    /// <param name="threads">Threads to use, 1 or more; the outcome is the same for any number.</param>
    /// <param name="tried">Told the sets evaluated; may be null.</param>
    /// <param name="cancellationToken">Stops within a few sets.</param>
    /// <exception cref="RunSpecException">It is not valid for these bars; every fault is listed.</exception>
    public CrossValidationOutcome Run(CrossValidationDefinition definition, BarSeries bars, int threads, ITriedSets? tried, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var plan = CrossValidationPlan.Of(definition, bars, strategies, statistics, methods);
        var engine = new SweepEngine(plan.Space, plan.Period, statistics) { Tried = tried };
        var search = new SplitSearch(engine, plan);
        var sweep = plan.Definition.Sweep;
        var asked = plan.Method.Begin(plan.Space, engine.IsSet, sweep.Budget, sweep.Seed);
        while (asked.Next() is { Count: > 0 } sets)
        {
            search.Look(sets, threads, cancellationToken);
            // Those who choose without looking at answers need none.
            asked.Tell(sets, []);
        }

        return Join(plan, engine, search.Found, search.Sets, threads, cancellationToken) with { Elapsed = time.GetElapsedTime(start) };
    }

    /// <summary>Says what the choices of all splits amount to; the time it took is left at nothing.</summary>
    /// <param name="plan">The splits.</param>
    /// <param name="engine">Runs the chosen sets once more, for the returns of every day.</param>
    /// <param name="winners">The best set of each split.</param>
    /// <param name="sets">Sets looked at.</param>
    /// <param name="threads">Threads to use, 1 or more; the outcome is the same for any number.</param>
    /// <param name="cancellationToken">Stops between sets.</param>
    /// <exception cref="RunSpecException">A split has no best set.</exception>
    internal CrossValidationOutcome Join(CrossValidationPlan plan, SweepEngine engine, SplitWinners winners, long sets, int threads, CancellationToken cancellationToken)
    {
        var (run, found, judgement) = (plan.Definition.Sweep.Run, winners.Best, new SplitJudgement(plan, statistics));
        long[] chosen = [.. found.Select((best, split) => best?.Set ?? throw NoChoice(plan, sets, split))];
        var returns = Returns(engine, [.. chosen.Distinct().Order()], threads, cancellationToken);
        double[] standard = TestRun.Of(run, plan.Period, strategies).Performance.Returns, held = TestRun.Of(HoldRun.Of(run), plan.Period, strategies).Performance.Returns;
        SplitOutcome[] outcomes = [.. plan.Splits.Select((split, i) => judgement.Of(split, plan.Space.Values(chosen[i]), found[i]!.Value.Objective, returns[chosen[i]], standard, held))];
        var folds = PurgedSplits.Stretches(plan.Days, plan.Definition.Folds);
        int[][] paths = TestPaths.Of(folds, plan.Splits);
        PathOutcome[] judged = [.. paths.Select(path => judgement.Path(Along(path)))];
        int[] ranked = PathRanks.Of(judged);
        return new CrossValidationOutcome
        {
            Definition = plan.Definition,
            Days = plan.Days,
            Splits = outcomes,
            Chosen = [.. chosen.GroupBy(set => set).OrderByDescending(times => times.Count()).ThenBy(times => times.Key).Select(times => new ChosenSet(plan.Space.Values(times.Key), times.Count()))],
            Paths = judged,
            Drawn = [.. PathRanks.Drawn(ranked).Select(path => new DrawnPath(path, judgement.Whole(Along(paths[path]))))],
            MedianPath = PathRanks.Median(ranked),
            PathSpread = SplitSpread.Of(judged.Select(path => path.Sharpe)),
            Default = judgement.Whole(standard),
            BuyAndHold = judgement.Whole(held),
            OutOfSample = SplitSpread.Of(outcomes.Select(split => split.TestSharpe)),
            Degradation = SplitSpread.Of(outcomes.Select(split => split.Degradation))?.Mean,
            Compared = outcomes.Count(split => split is { TestSharpe: not null, DefaultSharpe: not null }),
            BelowDefault = outcomes.Count(split => split.TestSharpe < split.DefaultSharpe),
            Sets = sets,
            Elapsed = TimeSpan.Zero,
        };

        double[] Along(int[] path) => [.. path.SelectMany((split, fold) => SplitDays.Of(returns[chosen[split]], [folds[fold]]))];
    }

    private static RunSpecException NoChoice(CrossValidationPlan plan, long sets, int split) => sets == 0
        ? SetPresence.None(plan.Space, plan.Method is GridSearch)
        : new([$"No set has a defined objective \"{plan.Definition.Sweep.Objective}\" on the training days of split {split + 1}: most likely no set trades in them, or a figure in it is undefined. Take fewer folds, a longer period or other ranges."]);

    private static Dictionary<long, double[]> Returns(SweepEngine engine, long[] sets, int threads, CancellationToken cancellationToken)
    {
        double[][] columns = engine.DailyReturns(sets, threads, cancellationToken);
        return sets.Zip(columns).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
