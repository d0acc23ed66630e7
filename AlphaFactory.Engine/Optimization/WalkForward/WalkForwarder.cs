using System.Runtime.ExceptionServices;
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
public sealed class WalkForwarder(IStrategyCatalog strategies, StatisticRegistry statistics, SearchMethodRegistry methods, TimeProvider time)
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
        var plan = WalkForwardPlan.Of(definition, bars, strategies, methods);
        var found = Search([.. plan.Windows.Select(plan.Train)], threads, progress, (train, inside) => new WindowSearch(plan.Space, train, statistics, plan.Method, inside, null, cancellationToken), cancellationToken);
        return Join(plan, found, cancellationToken) with { Elapsed = time.GetElapsedTime(start) };
    }

    /// <summary>Trades the tests of all windows and says what they amount to; the time it took is left at nothing.</summary>
    /// <param name="plan">The windows.</param>
    /// <param name="found">What the training of each window chose.</param>
    /// <param name="cancellationToken">Stops between windows.</param>
    internal WalkForwardOutcome Join(WalkForwardPlan plan, IReadOnlyList<WindowFound> found, CancellationToken cancellationToken)
    {
        var run = plan.Run;
        var hold = HoldRun.Of(run);
        var objective = new SweepObjective(plan.Definition.Sweep.Objective, statistics);
        TestChain best = Chain(run), plateau = Chain(run), standard = Chain(run), holding = Chain(run);
        var outcomes = new List<WindowOutcome>();
        for (int i = 0; i < plan.Windows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (window, top, recommended) = (plan.Windows[i], found[i].Best, found[i].Plateau);
            RunPeriod train = plan.Train(window), test = plan.Test(window);
            outcomes.Add(new WindowOutcome(
                window, train.Bars.DateAt(0), train.Bars.DateAt(window.TrainCount - 1), test.Bars.DateAt(0), test.Bars.DateAt(window.TestCount - 1),
                Choice(best, plan.Space.Spec(top.Set!.Value), top),
                Choice(plateau, plan.Space.Spec(recommended.Set!.Value), recommended),
                Choice(standard, run, TestRun.Of(run, train, strategies).Row(run.Parameters, objective, statistics))));
            holding.Add(hold, test);

            WindowChoice Choice(TestChain chain, RunSpec spec, SweepRow trained) => new(trained, chain.Add(spec, test).Row(trained.Values, objective, statistics));
        }

        (long sets, long byEvents) = (found.Sum(one => one.Sets), found.Sum(one => one.ByEventEngine));
        return new WalkForwardOutcome
        {
            Definition = plan.Definition,
            Windows = outcomes,
            Plateau = plateau.Join(),
            Best = best.Join(),
            Default = standard.Join(),
            BuyAndHold = holding.Join(),
            Efficiency = Mean(outcomes, choice => choice.InSample.Figures["cagr"]) is > 0 and var trained ? Mean(outcomes, choice => choice.OutOfSample.Figures["cagr"]) / trained : null,
            Degradation = Mean(outcomes, choice => choice.InSample.Objective) - Mean(outcomes, choice => choice.OutOfSample.Objective),
            Sets = sets,
            BarEvaluations = found.Zip(plan.Windows, (one, window) => one.Sets * (double)window.TrainCount).Sum(),
            Elapsed = TimeSpan.Zero,
            Engine = byEvents == 0 ? "kernel" : byEvents == sets ? "event" : "kernel+event",
        };
    }

    /// <summary>Chooses parameters in every window: windows side by side where there are enough of them, else the sets of each.</summary>
    private static WindowFound[] Search(RunPeriod[] trains, int threads, IProgress<int>? progress, Func<RunPeriod, int, WindowSearch> begin, CancellationToken cancellationToken)
    {
        var found = new WindowFound[trains.Length];
        int outside = trains.Length >= 2 * threads ? threads : 1, inside = outside > 1 ? 1 : threads, done = 0;
        var reports = new Lock();
        try
        {
            Parallel.For(0, trains.Length, new ParallelOptions { MaxDegreeOfParallelism = outside, CancellationToken = cancellationToken }, place =>
            {
                found[place] = begin(trains[place], inside).Choose();
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

    private TestChain Chain(RunSpec run) => new(run.InitialCapital, strategies, statistics);
}
