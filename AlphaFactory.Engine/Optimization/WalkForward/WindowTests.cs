using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>The tests of a walk-forward: each kind of choice traded one window after the other.</summary>
/// <param name="Plateau">The recommended parameters.</param>
/// <param name="Best">The single best ones.</param>
/// <param name="Default">The run's own.</param>
/// <param name="BuyAndHold">Buying and holding; without rows.</param>
/// <param name="Trained">The run's own in training, which no search computed.</param>
internal sealed record WindowTests(ChainResult Plateau, ChainResult Best, ChainResult Default, ChainResult BuyAndHold, SweepRow[] Trained)
{
    /// <summary>Runs all tests; the kinds side by side, since each hands its money from window to window.</summary>
    public static WindowTests Run(WalkForwardPlan plan, IReadOnlyList<WindowFound> found, IStrategyCatalog strategies, StatisticRegistry statistics, int threads, CancellationToken cancellationToken)
    {
        var (run, hold) = (plan.Run, HoldRun.Of(plan.Run));
        var objective = new SweepObjective(plan.Definition.Sweep.Objective, statistics);
        RunPeriod[] trains = [.. plan.Windows.Select(plan.Train)], tests = [.. plan.Windows.Select(plan.Test)];
        RunPeriod[] held = [.. Held(plan)];
        var trained = new SweepRow[tests.Length];
        var chains = new ChainResult[4];
        Action<CancellationToken>[] work =
        [
            stop => chains[0] = Chain(stop, i => plan.Space.Spec(found[i].Plateau.Set!.Value), i => found[i].Plateau.Values),
            stop => chains[1] = Chain(stop, i => plan.Space.Spec(found[i].Best.Set!.Value), i => found[i].Best.Values),
            stop => chains[2] = Chain(stop, _ => run, _ => run.Parameters),
            Train,
            stop => chains[3] = Chain(stop, _ => hold, null, held),
        ];
        int next = -1;
        Workers.Run(Math.Min(threads, work.Length), Work, cancellationToken);
        return new WindowTests(chains[0], chains[1], chains[2], chains[3], trained);

        void Work(CancellationToken stop)
        {
            for (int kind = Interlocked.Increment(ref next); kind < work.Length; kind = Interlocked.Increment(ref next))
            {
                work[kind](stop);
            }
        }

        ChainResult Chain(CancellationToken stop, Func<int, RunSpec> spec, Func<int, IReadOnlyDictionary<string, string>>? values, RunPeriod[]? periods = null)
        {
            var chain = new TestChain(run.InitialCapital, strategies, statistics);
            var rows = new SweepRow[values is null ? 0 : tests.Length];
            periods ??= tests;
            for (int i = 0; i < periods.Length; i++)
            {
                stop.ThrowIfCancellationRequested();
                var test = chain.Add(spec(i), periods[i]);
                if (values is not null)
                {
                    rows[i] = test.Row(values(i), objective, statistics);
                }
            }

            return new ChainResult(chain.Join(), rows);
        }

        void Train(CancellationToken stop)
        {
            for (int i = 0; i < trained.Length; i++)
            {
                stop.ThrowIfCancellationRequested();
                trained[i] = TestRun.Of(run, trains[i], strategies).Row(run.Parameters, objective, statistics);
            }
        }
    }

    /// <summary>Whoever holds does not sell where one test follows the other without a gap: those are one stretch.</summary>
    private static IEnumerable<RunPeriod> Held(WalkForwardPlan plan)
    {
        WalkForwardWindow? stretch = null;
        foreach (var window in plan.Windows)
        {
            if (stretch is not null && stretch.TestStart + stretch.TestCount == window.TestStart)
            {
                stretch = stretch with { TestCount = stretch.TestCount + window.TestCount };
                continue;
            }

            if (stretch is not null)
            {
                yield return plan.Test(stretch);
            }

            stretch = window;
        }

        if (stretch is not null)
        {
            yield return plan.Test(stretch);
        }
    }
}

/// <summary>One kind of choice over all windows.</summary>
/// <param name="Stitched">All tests as one run.</param>
/// <param name="Rows">The row of each test.</param>
internal sealed record ChainResult(StitchedRun Stitched, SweepRow[] Rows);
