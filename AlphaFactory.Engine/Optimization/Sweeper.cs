using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Runs a whole sweep in process: chooses sets, computes them on all cores, streams the rows, and says what they amount to. Without state; safe to share.</summary>
/// <param name="strategies">The strategies there are.</param>
/// <param name="statistics">The statistics there are.</param>
/// <param name="methods">The search methods there are.</param>
/// <param name="time">Measures how long it took; no figure depends on it.</param>
public sealed class Sweeper(IStrategyCatalog strategies, StatisticRegistry statistics, SearchMethodRegistry methods, TimeProvider time)
{
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
        var findings = Search(definition, bars, threads, null, sink, progress, cancellationToken);
        return findings.Outcome(trialsBefore + findings.Sets);
    }

    /// <summary>The same up to the point where the number of tries matters, for those who count them first.</summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="bars">The bars, already adjusted.</param>
    /// <param name="threads">Threads to use, 1 or more; rows and outcome are the same for any number.</param>
    /// <param name="tried">Told the sets evaluated; may be null.</param>
    /// <param name="sink">Takes every row; null keeps only the summary.</param>
    /// <param name="progress">Told after each batch, from the calling thread; may be null.</param>
    /// <param name="cancellationToken">Stops within a few sets.</param>
    /// <exception cref="RunSpecException">The sweep is not valid for these bars; every fault is listed.</exception>
    public SweepFindings Search(SweepDefinition definition, BarSeries bars, int threads, ITriedSets? tried, ISweepSink? sink, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var method = methods.Find(definition.Method) ?? throw new RunSpecException([methods.Miss(definition.Method)]);
        var engine = new SweepEngine(definition, bars, strategies, statistics) { Tried = tried };
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
        var conclusion = new SweepConclusion(engine, summary, work, isGrid);
        return new SweepFindings(summary.Sets, trials => conclusion.Outcome(strategies, statistics, bars, trials, elapsed, threads));
    }
}
