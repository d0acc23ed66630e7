using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>The sweep of one window's training bars.</summary>
internal sealed class WindowSearch
{
    private readonly SweepSummary _summary;
    private readonly SweepWork _work;
    private readonly ISearch _search;
    private readonly bool _all;

    public WindowSearch(SweepSpace space, RunPeriod train, StatisticRegistry statistics, ISearchMethod method, int threads, ISweepSink? sink, CancellationToken cancellationToken)
    {
        var engine = new SweepEngine(space, train, statistics);
        _summary = new SweepSummary(space);
        _work = new SweepWork(engine, _summary, sink, threads, cancellationToken);
        _search = method.Begin(space, engine.IsSet, space.Definition.Budget, space.Definition.Seed);
        _all = method is GridSearch;
    }

    /// <summary>Runs the search and chooses.</summary>
    /// <exception cref="RunSpecException">No set of the window has an objective.</exception>
    /// <param name="progress">Told the numbers looked at or sets tried; may be null.</param>
    public WindowFound Choose(IProgress<long>? progress = null)
    {
        long done = 0;
        while (_search.Next() is { Count: > 0 } sets)
        {
            _search.Tell(sets, _work.Compute(sets));
            done = _all ? sets[^1] + 1 : done + sets.Count;
            progress?.Report(done);
        }

        if (_summary.Best is not [var first, ..])
        {
            throw new RunSpecException([$"No set has a defined objective \"{_summary.Space.Definition.Objective}\" in a training window: most likely no set trades in it. Lengthen train or take other ranges."]);
        }

        var (_, plateau) = new PlateauSearch(_work, _summary).Find(_all);
        var rows = _work.Rows([first, plateau?.Set ?? first]);
        return new WindowFound(rows[0], rows[1], _summary.Sets, _summary.ByEventEngine);
    }
}
