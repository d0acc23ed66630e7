using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
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
    /// <param name="cancellationToken">Stops within a few sets.</param>
    /// <exception cref="RunSpecException">It is not valid for these bars; every fault is listed.</exception>
    public CrossValidationOutcome Run(CrossValidationDefinition definition, BarSeries bars, int threads, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var method = methods.Find(definition.Sweep.Method) ?? throw new RunSpecException([methods.Miss(definition.Sweep.Method)]);
        var objective = new SweepObjective(definition.Sweep.Objective, statistics);
        Check(definition.Sweep, method, objective);
        var space = new SweepSpace(definition.Sweep, strategies);
        var period = RunPeriod.Of(space.Definition.Run, bars);
        var lastOfDay = DailyColumns.LastOfDay(period.Bars);
        var splits = definition.Splits(lastOfDay.Count);
        var engine = new SweepEngine(space, period, statistics);

        var (found, sets) = Search(engine, method, splits, objective, threads, cancellationToken);
        long[] chosen = [.. found.Select((best, split) => best?.Set ?? throw NoChoice(definition.Sweep, sets, split))];
        var returns = Returns(engine, [.. chosen.Distinct().Order()], threads, cancellationToken);
        double[] standard = TestRun.Of(space.Definition.Run, period, strategies).Performance.Returns, held = TestRun.Of(HoldRun.Of(space.Definition.Run), period, strategies).Performance.Returns;
        SplitOutcome[] outcomes =
        [
            .. splits.Select((split, i) => new SplitOutcome(
                Days(split.Train), Days(split.Test), space.Values(chosen[i]), found[i]!.Value.Objective,
                Sharpe(returns[chosen[i]], split.Train), Sharpe(returns[chosen[i]], split.Test), Sharpe(standard, split.Test), Sharpe(held, split.Test))),
        ];
        var folds = PurgedSplits.Stretches(lastOfDay.Count, definition.Folds);
        return new CrossValidationOutcome
        {
            Definition = definition,
            Days = lastOfDay.Count,
            Splits = outcomes,
            Chosen = [.. chosen.GroupBy(set => set).OrderByDescending(times => times.Count()).ThenBy(times => times.Key).Select(times => new ChosenSet(space.Values(times.Key), times.Count()))],
            Paths = [.. TestPaths.Of(folds, splits).Select(path => Sharpe([.. path.SelectMany((split, fold) => SplitDays.Of(returns[chosen[split]], [folds[fold]]))]))],
            OutOfSample = SplitSpread.Of(outcomes.Select(split => split.TestSharpe)),
            Compared = outcomes.Count(split => split is { TestSharpe: not null, DefaultSharpe: not null }),
            BelowDefault = outcomes.Count(split => split.TestSharpe < split.DefaultSharpe),
            Sets = sets,
            Elapsed = time.GetElapsedTime(start),
        };

        IReadOnlyList<SplitStretch> Days(IReadOnlyList<BarRange> ranges) => [.. ranges.Select(range => new SplitStretch(range, period.Bars.DateAt(lastOfDay[range.Start]), period.Bars.DateAt(lastOfDay[range.End - 1])))];
    }

    private static void Check(SweepDefinition sweep, ISearchMethod method, SweepObjective objective)
    {
        var faults = new List<string>();
        if (method.IsSequential)
        {
            faults.Add($"method is {sweep.Method}, which learns from the whole period and so from the tests too. Take grid or random for a cross-validation.");
        }

        if (objective.NotOfReturns.ToList() is { Count: > 0 } others)
        {
            faults.Add($"objective is \"{sweep.Objective}\", but {string.Join(", ", others)} cannot be read on some of the days: a cross-validation needs statistics of daily returns alone, such as sharpe, sortino or max_drawdown.");
        }

        if (sweep.Run.Engine == EngineChoice.Kernel)
        {
            faults.Add("engine is kernel, but a cross-validation needs the return of every day, which the event engine alone keeps. Take engine auto or event.");
        }

        if (faults.Count > 0)
        {
            throw new RunSpecException(faults);
        }
    }

    private static RunSpecException NoChoice(SweepDefinition sweep, long sets, int split) => sets == 0
        ? new(["No combination of the ranges is a set: their values do not fit together, or none meets the condition. Take other ranges."])
        : new([$"No set has a defined objective \"{sweep.Objective}\" on the training days of split {split + 1}: most likely no set trades in them, or a figure in it is undefined. Take fewer folds, a longer period or other ranges."]);

    /// <summary>Looks at every set once; what it did on the days of a split is read from the same run.</summary>
    private static (IReadOnlyList<(long Set, double Objective)?> Best, long Sets) Search(SweepEngine engine, ISearchMethod method, IReadOnlyList<TimeSplit> splits, SweepObjective objective, int threads, CancellationToken cancellationToken)
    {
        var sweep = engine.Space.Definition;
        SplitWinners[] workers = [.. Enumerable.Range(0, threads).Select(_ => new SplitWinners(splits, objective))];
        var search = method.Begin(engine.Space, engine.IsSet, sweep.Budget, sweep.Seed);
        long done = 0;
        while (search.Next() is { Count: > 0 } sets)
        {
            engine.EachDailyReturns(sets, threads, (worker, place, returns) => workers[worker].Look(sets[place], returns), cancellationToken);
            // Those who choose without looking at answers need none.
            search.Tell(sets, []);
            done += sets.Count;
        }

        Array.ForEach(workers[1..], workers[0].Take);
        return (workers[0].Best, done);
    }

    private static Dictionary<long, double[]> Returns(SweepEngine engine, long[] sets, int threads, CancellationToken cancellationToken)
    {
        double[][] columns = engine.DailyReturns(sets, threads, cancellationToken);
        return sets.Zip(columns).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private double? Sharpe(double[] returns, IReadOnlyList<BarRange> ranges) => Sharpe(SplitDays.Of(returns, ranges));

    private double? Sharpe(double[] returns) => statistics.Compute(Performance.FromReturns(returns), "sharpe").Value;
}
