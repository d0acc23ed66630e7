using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>What the rows of a sweep amount to, wherever they were computed: plateau, best rows, default, buy and hold, and the odds against luck.</summary>
internal sealed class SweepConclusion
{
    private const int TopShown = 20;

    private readonly SweepEngine _engine;
    private readonly SweepSummary _summary;
    private readonly SweepWork _work;
    private readonly bool _all;
    private readonly Plateau? _bestGround, _plateauGround;

    /// <summary>Looks for the plateau; a search that tried a sample now tries the neighbours of its best sets, which counts them.</summary>
    /// <param name="engine">Computes what is still needed.</param>
    /// <param name="summary">Of all rows, in their order.</param>
    /// <param name="work">Takes the rows of neighbours.</param>
    /// <param name="all">True when every set was tried.</param>
    /// <exception cref="RunSpecException">There was no set to try.</exception>
    public SweepConclusion(SweepEngine engine, SweepSummary summary, SweepWork work, bool all)
    {
        if (summary.Sets == 0)
        {
            throw SetPresence.None(engine.Space, all);
        }

        (_engine, _summary, _work, _all) = (engine, summary, work, all);
        (_bestGround, _plateauGround) = new PlateauSearch(work, summary).Find(all);
    }

    /// <summary>
    /// The deflated Sharpe ratio of the best set. Tries are all that were ever made, but only the scatter of this sweep's is at hand, and a sweep of few sets next to a good one has next to
    /// none: it counts only where it is more than runs without skill have by themselves.
    /// </summary>
    private Measure Deflated(Performance best, long trials) =>
        best.Days < 2 ? Measure.Undefined("fewer than 2 days") : DeflatedSharpe.Compute(best, (int)Math.Min(trials, int.MaxValue), Math.Max(_summary.TrialVariance, DeflatedSharpe.NullVariance(best.Days)));

    /// <summary>The outcome.</summary>
    /// <param name="strategies">The strategies there are.</param>
    /// <param name="statistics">The statistics there are.</param>
    /// <param name="bars">All bars, those before the period too.</param>
    /// <param name="trials">Tries of the strategy, this sweep included.</param>
    /// <param name="elapsed">Time it took.</param>
    /// <param name="threads">Threads it ran on.</param>
    public SweepOutcome Outcome(IStrategyCatalog strategies, StatisticRegistry statistics, BarSeries bars, long trials, TimeSpan elapsed, int threads)
    {
        var top = _work.Rows(_summary.Best.Take(TopShown));
        var definition = _engine.Space.Definition;
        return new SweepOutcome
        {
            Summary = _summary,
            Sets = _summary.Sets,
            Bars = _engine.Bars,
            Elapsed = elapsed,
            Engine = _summary.ByEventEngine == 0 ? "kernel" : _summary.ByEventEngine == _summary.Sets ? "event" : "kernel+event",
            Threads = threads,
            Best = top is [var first, ..] ? first : null,
            BestGround = _bestGround,
            Plateau = _plateauGround is null ? null : _work.Rows([_plateauGround.Set])[0],
            PlateauGround = _plateauGround,
            Clusters = _all ? _summary.Clusters() : null,
            Default = Beside(definition.Run),
            BuyAndHold = Beside(HoldRun.Of(definition.Run)),
            DeflatedSharpe = top is [{ Set: { } set }, ..] ? Deflated(_engine.Measure(set), trials) : Measure.Undefined("no set has an objective"),
            Trials = trials,
            Top = top,
        };

        // A row for a run that is no set of the sweep: one axis with the one value the run has is a sweep of a single set.
        SweepRow Beside(RunSpec run)
        {
            string size = RunSpecField.All.First(field => field.Key == "size_pct").Write(run)!;
            var engine = new SweepEngine(definition with { Run = run, Axes = [new SweepAxis("size_pct", [size])], Where = null }, bars, strategies, statistics);
            var rows = new SweepRows();
            engine.Evaluate([0], rows, 1, CancellationToken.None);
            return SweepRow.Of(engine.Space, rows, 0) with { Set = null, Values = engine.Space.Definition.Run.Parameters };
        }
    }
}
