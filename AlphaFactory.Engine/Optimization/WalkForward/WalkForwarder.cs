using System.Runtime.ExceptionServices;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>Runs a walk-forward in process. Without state; safe to share.</summary>
/// <param name="strategies">The strategies there are.</param>
/// <param name="statistics">The statistics there are.</param>
/// <param name="methods">The search methods there are.</param>
/// <param name="time">Measures how long it took; no figure depends on it.</param>
public sealed class WalkForwarder(StrategyRegistry strategies, StatisticRegistry statistics, SearchMethodRegistry methods, TimeProvider time)
{
    /// <summary>Bars a walk-forward of this run has to cut: those of its period.</summary>
    /// <exception cref="RunSpecException">The run is not valid for these bars.</exception>
    public int BarsOf(RunSpec run, BarSeries bars) => RunPeriod.Of(new RunSpecValidator(strategies).Resolve(run), bars).Bars.Count;

    /// <summary>Runs a walk-forward.</summary>
    /// <param name="definition">What to try and how to cut.</param>
    /// <param name="bars">The bars, already adjusted.</param>
    /// <param name="threads">Threads to use, 1 or more; the outcome is the same for any number.</param>
    /// <param name="progress">Told the windows done; may be null.</param>
    /// <param name="cancellationToken">Stops within a few sets.</param>
    /// <exception cref="RunSpecException">It is not valid for these bars; every fault is listed.</exception>
    public WalkForwardOutcome Run(WalkForwardDefinition definition, BarSeries bars, int threads, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var method = methods.Find(definition.Sweep.Method) ?? throw new RunSpecException([methods.Miss(definition.Sweep.Method)]);
        var space = new SweepSpace(definition.Sweep, strategies);
        var run = space.Definition.Run;
        var whole = RunPeriod.Of(run, bars);
        var objective = new SweepObjective(definition.Sweep.Objective, statistics);
        TestChain best = Chain(run), plateau = Chain(run), standard = Chain(run), holding = Chain(run);
        var hold = run with { Strategy = "buy-and-hold", Parameters = new Dictionary<string, string>(), SizeFraction = 1, Exits = ExitRules.None, Sizing = null, Risk = [] };
        var outcomes = new List<WindowOutcome>();
        long sets = 0, byEvents = 0;
        double evaluations = 0;
        var windows = WalkForwardWindow.Plan(definition, whole.Bars.Count);
        var trains = windows.Select(window => Cut(whole, run, window.TrainStart, window.TrainCount)).ToArray();
        var searches = Search(trains, threads, progress, (train, inside) => new WindowSearch(space, train, statistics, method, inside, cancellationToken), cancellationToken);
        foreach (var (place, window) in windows.Index())
        {
            RunPeriod train = trains[place], test = Cut(whole, run, window.TestStart, window.TestCount);
            var (tried, triedByEvents, top, recommended) = searches[place];
            sets += tried;
            byEvents += triedByEvents;
            evaluations += tried * (double)window.TrainCount;
            outcomes.Add(new WindowOutcome(
                window, train.Bars.DateAt(0), train.Bars.DateAt(window.TrainCount - 1), test.Bars.DateAt(0), test.Bars.DateAt(window.TestCount - 1),
                Choice(best, space.Spec(top.Set!.Value), top),
                Choice(plateau, space.Spec(recommended.Set!.Value), recommended),
                Choice(standard, run, TestRun.Of(run, train, strategies).Row(run.Parameters, objective, statistics))));
            holding.Add(hold, test);

            WindowChoice Choice(TestChain chain, RunSpec spec, SweepRow trained) => new(trained, chain.Add(spec, test).Row(trained.Values, objective, statistics));
        }

        return new WalkForwardOutcome
        {
            Definition = definition,
            Windows = outcomes,
            Plateau = plateau.Join(),
            Best = best.Join(),
            Default = standard.Join(),
            BuyAndHold = holding.Join(),
            Efficiency = Mean(outcomes, choice => choice.InSample.Figures["cagr"]) is > 0 and var trained ? Mean(outcomes, choice => choice.OutOfSample.Figures["cagr"]) / trained : null,
            Degradation = Mean(outcomes, choice => choice.InSample.Objective) - Mean(outcomes, choice => choice.OutOfSample.Objective),
            Sets = sets,
            BarEvaluations = evaluations,
            Elapsed = time.GetElapsedTime(start),
            Engine = byEvents == 0 ? "kernel" : byEvents == sets ? "event" : "kernel+event",
        };
    }

    /// <summary>Chooses parameters in every window: windows side by side where there are enough of them, else the sets of each.</summary>
    private static (long Sets, long ByEvents, SweepRow Best, SweepRow Plateau)[] Search(RunPeriod[] trains, int threads, IProgress<int>? progress, Func<RunPeriod, int, WindowSearch> begin, CancellationToken cancellationToken)
    {
        var found = new (long Sets, long ByEvents, SweepRow Best, SweepRow Plateau)[trains.Length];
        int outside = trains.Length >= 2 * threads ? threads : 1, inside = outside > 1 ? 1 : threads, done = 0;
        var reports = new Lock();
        try
        {
            Parallel.For(0, trains.Length, new ParallelOptions { MaxDegreeOfParallelism = outside, CancellationToken = cancellationToken }, place =>
            {
                var search = begin(trains[place], inside);
                var (best, plateau) = search.Choose();
                found[place] = (search.Sets, search.ByEventEngine, best, plateau);
                lock (reports)
                {
                    progress?.Report(++done);
                }
            });
        }
        catch (AggregateException faults)
        {
            // What one window throws is what a walk-forward throws; all of them say the same.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return found;
    }

    /// <summary>Mean over the windows in which it is defined, of the recommended parameters.</summary>
    private static double? Mean(List<WindowOutcome> windows, Func<WindowChoice, double?> figure)
    {
        double[] values = [.. windows.Select(window => figure(window.Plateau)).OfType<double>()];
        return values.Length == 0 ? null : values.Average();
    }

    /// <summary>A stretch of the period with the history the run allows; nothing after its last bar is seen.</summary>
    private static RunPeriod Cut(RunPeriod whole, RunSpec run, int start, int count)
    {
        int first = whole.History + start, history = run.WarmUpFromHistory ? first : 0;
        return new RunPeriod(whole.Seen.Slice(first - history, history + count), history, whole.FirstRow + start);
    }

    private TestChain Chain(RunSpec run) => new(run.InitialCapital, strategies, statistics);
}
