using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>The sweep of one window's training bars.</summary>
internal sealed class WindowSearch
{
    private readonly SweepEngine _engine;
    private readonly SweepSummary _summary;
    private readonly SweepWork _work;
    private readonly ISearchMethod _method;
    private readonly bool _all;

    public WindowSearch(SweepSpace space, RunPeriod train, StatisticRegistry statistics, ISearchMethod method, int threads, ITriedSets? tried, CancellationToken cancellationToken)
    {
        (_engine, _summary) = (new SweepEngine(space, train, statistics) { Tried = tried }, new SweepSummary(space));
        _work = new SweepWork(_engine, _summary, null, threads, cancellationToken);
        (_method, _all) = (method, method is GridSearch);
    }

    /// <summary>Goes on to the training bars of another window, in the same memory.</summary>
    public void Move(RunPeriod train)
    {
        _engine.Move(train);
        _summary.Clear();
    }

    /// <summary>Runs the search and chooses.</summary>
    /// <param name="window">Number of the window, from 1.</param>
    /// <param name="progress">Told the numbers looked at or sets tried; may be null.</param>
    /// <exception cref="RunSpecException">No set of the window has an objective.</exception>
    public WindowFound Choose(int window, IProgress<long>? progress = null)
    {
        var definition = _summary.Space.Definition;
        var search = _method.Begin(_summary.Space, _engine.IsSet, definition.Budget, definition.Seed);
        long done = 0;
        while (search.Next() is { Count: > 0 } sets)
        {
            search.Tell(sets, _work.Compute(sets));
            done = _all ? sets[^1] + 1 : done + sets.Count;
            progress?.Report(done);
        }

        if (_summary.Best is not [var first, ..])
        {
            throw _summary.Sets == 0 ? SetPresence.None(_summary.Space, _all) : Barren(window, definition.Objective);
        }

        var (_, plateau) = new PlateauSearch(_work, _summary).Find(_all);
        var rows = _work.Rows([first, plateau?.Set ?? first]);
        return new WindowFound(rows[0], rows[1], _summary.Sets, _summary.ByEventEngine);
    }

    private RunSpecException Barren(int window, string objective)
    {
        var bars = _engine.Period.Bars;
        return new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"No set has a defined objective \"{objective}\" in the training of window {window}, {bars.DateAt(0):yyyy-MM-dd} to {bars.DateAt(bars.Count - 1):yyyy-MM-dd}: most likely no set trades in it. Lengthen train or take other ranges.")]);
    }
}
