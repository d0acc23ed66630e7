using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Runs a whole sweep in process: chooses sets, computes them on all cores, streams the rows, and says what they amount to. Without state; safe to share.</summary>
/// <param name="strategies">The strategies there are.</param>
/// <param name="statistics">The statistics there are.</param>
/// <param name="methods">The search methods there are.</param>
/// <param name="time">Measures how long it took; no figure depends on it.</param>
public sealed class Sweeper(StrategyRegistry strategies, StatisticRegistry statistics, SearchMethodRegistry methods, TimeProvider time)
{
    private const int TopShown = 20;

    /// <summary>Runs a sweep.</summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="bars">The bars, already adjusted.</param>
    /// <param name="threads">Threads to use, 1 or more; rows and outcome are the same for any number.</param>
    /// <param name="trialsBefore">Tries of the strategy before this sweep.</param>
    /// <param name="sink">Takes every row; null keeps only the summary.</param>
    /// <param name="progress">Told after each batch, from the calling thread; may be null.</param>
    /// <param name="cancellationToken">Stops within a few sets.</param>
    /// <exception cref="RunSpecException">The sweep is not valid for these bars; every fault is listed.</exception>
    public SweepOutcome Run(SweepDefinition definition, BarSeries bars, int threads, long trialsBefore, ISweepSink? sink, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var method = methods.Find(definition.Method) ?? throw new RunSpecException([methods.Miss(definition.Method)]);
        var engine = new SweepEngine(definition, bars, strategies, statistics);
        var summary = new SweepSummary(engine.Space);
        var work = new SweepWork(engine, summary, sink, threads, cancellationToken);
        var search = method.Begin(engine.Space, engine.IsSet, definition.Budget, definition.Seed);
        bool isGrid = method is GridSearch;
        long done = 0;
        while (search.Next() is { Count: > 0 } sets)
        {
            search.Tell(sets, work.Compute(sets));
            done = isGrid ? sets[^1] + 1 : done + sets.Count;
            progress?.Report(new SweepProgress(done, search.Planned, summary.BestObjective));
        }

        var elapsed = time.GetElapsedTime(start);
        var (best, plateau) = new PlateauSearch(work, summary).Find(isGrid);
        var top = work.Rows(summary.Best.Take(TopShown));
        long trials = trialsBefore + summary.Sets;
        return new SweepOutcome
        {
            Summary = summary,
            Sets = summary.Sets,
            Bars = engine.Bars,
            Elapsed = elapsed,
            Engine = summary.ByEventEngine == 0 ? "kernel" : summary.ByEventEngine == summary.Sets ? "event" : "kernel+event",
            Threads = threads,
            Best = top is [var first, ..] ? first : null,
            BestGround = best,
            Plateau = plateau is null ? null : work.Rows([plateau.Set])[0],
            PlateauGround = plateau,
            Default = Beside(engine.Space.Definition, engine.Space.Definition.Run, bars),
            BuyAndHold = Beside(engine.Space.Definition, Holding(engine.Space.Definition.Run), bars),
            DeflatedSharpe = top is [{ Set: { } set }, ..] ? DeflatedSharpe.Compute(engine.Measure(set), (int)Math.Min(trials, int.MaxValue), summary.TrialVariance) : Measure.Undefined("no set has an objective"),
            Trials = trials,
            Top = top,
        };
    }

    /// <summary>A row for a run that is no set of the sweep.</summary>
    private SweepRow Beside(SweepDefinition definition, RunSpec run, BarSeries bars)
    {
        // One axis with the one value the run has: a sweep of a single set.
        string size = RunSpecField.All.First(field => field.Key == "size_pct").Write(run)!;
        var engine = new SweepEngine(definition with { Run = run, Axes = [new SweepAxis("size_pct", [size])], Where = null }, bars, strategies, statistics);
        var rows = new SweepRows();
        engine.Evaluate([0], rows, 1, CancellationToken.None);
        return SweepRow.Of(engine.Space, rows, 0) with { Set = null, Values = engine.Space.Definition.Run.Parameters };
    }

    private static RunSpec Holding(RunSpec run) => run with { Strategy = "buy-and-hold", Parameters = new Dictionary<string, string>(), SizeFraction = 1, Exits = ExitRules.None, Sizing = null, Risk = [] };
}
