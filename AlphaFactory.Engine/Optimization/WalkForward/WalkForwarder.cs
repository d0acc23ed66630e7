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
    /// <param name="tried">Told the sets evaluated in any window; may be null.</param>
    /// <param name="progress">Told the windows done; may be null.</param>
    /// <param name="cancellationToken">Stops within a few sets.</param>
    /// <exception cref="RunSpecException">It is not valid for these bars; every fault is listed.</exception>
    public WalkForwardOutcome Run(WalkForwardDefinition definition, BarSeries bars, int threads, ITriedSets? tried, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var plan = WalkForwardPlan.Of(definition, bars, strategies, methods);
        var found = Search(plan, threads, tried, progress, cancellationToken);
        return Join(plan, found, threads, cancellationToken) with { Elapsed = time.GetElapsedTime(start) };
    }

    /// <summary>Trades the tests of all windows and says what they amount to; the time it took is left at nothing.</summary>
    /// <param name="plan">The windows.</param>
    /// <param name="found">What the training of each window chose.</param>
    /// <param name="threads">Threads to use, 1 or more; the outcome is the same for any number.</param>
    /// <param name="cancellationToken">Stops between windows.</param>
    internal WalkForwardOutcome Join(WalkForwardPlan plan, IReadOnlyList<WindowFound> found, int threads, CancellationToken cancellationToken)
    {
        var tests = WindowTests.Run(plan, found, strategies, statistics, threads, cancellationToken);
        var outcomes = plan.Windows.Select((window, i) => new WindowOutcome(
            window, Day(window.TrainStart), Day(window.TrainStart + window.TrainCount - 1), Day(window.TestStart), Day(window.TestStart + window.TestCount - 1),
            new WindowChoice(found[i].Best, tests.Best.Rows[i]), new WindowChoice(found[i].Plateau, tests.Plateau.Rows[i]), new WindowChoice(tests.Trained[i], tests.Default.Rows[i]))).ToList();
        (long sets, long byEvents) = (found.Sum(one => one.Sets), found.Sum(one => one.ByEventEngine));
        return new WalkForwardOutcome
        {
            Definition = plan.Definition,
            Windows = outcomes,
            Plateau = tests.Plateau.Stitched,
            Best = tests.Best.Stitched,
            Default = tests.Default.Stitched,
            BuyAndHold = tests.BuyAndHold.Stitched,
            // Growth of the tests put together: a test of a month has a growth a year that means nothing, and a mean of such means less.
            Efficiency = Mean(outcomes, choice => choice.InSample.Figures["cagr"]) is > 0 and var trained ? tests.Plateau.Stitched.Figures["cagr"] / trained : null,
            Degradation = Mean(outcomes, choice => choice.InSample.Objective - choice.OutOfSample.Objective),
            Sets = sets,
            BarEvaluations = found.Zip(plan.Windows, (one, window) => one.Sets * (double)window.TrainCount).Sum(),
            Elapsed = TimeSpan.Zero,
            Engine = byEvents == 0 ? "kernel" : byEvents == sets ? "event" : "kernel+event",
        };

        DateOnly Day(int bar) => plan.Whole.Bars.DateAt(bar);
    }

    /// <summary>Chooses parameters in every window: windows side by side where there are enough of them, else the sets of each.</summary>
    private WindowFound[] Search(WalkForwardPlan plan, int threads, ITriedSets? tried, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var found = new WindowFound[plan.Windows.Count];
        int outside = found.Length >= 2 * threads ? threads : 1, inside = outside > 1 ? 1 : threads, next = -1, done = 0;
        var reports = new Lock();
        Workers.Run(outside, Window, cancellationToken);
        return found;

        void Window(CancellationToken stop)
        {
            // One search a thread: each window works in the memory of the one before.
            WindowSearch? search = null;
            for (int place = Interlocked.Increment(ref next); place < found.Length; place = Interlocked.Increment(ref next))
            {
                stop.ThrowIfCancellationRequested();
                var train = plan.Train(plan.Windows[place]);
                search?.Move(train);
                search ??= new WindowSearch(plan.Space, train, statistics, plan.Method, inside, tried, stop);
                found[place] = search.Choose(place + 1);
                lock (reports)
                {
                    progress?.Report(++done);
                }
            }
        }
    }

    /// <summary>Mean over the windows in which it is defined, of the recommended parameters.</summary>
    private static double? Mean(List<WindowOutcome> windows, Func<WindowChoice, double?> figure)
    {
        double[] values = [.. windows.Select(window => figure(window.Plateau)).OfType<double>()];
        return values.Length == 0 ? null : values.Average();
    }
}
