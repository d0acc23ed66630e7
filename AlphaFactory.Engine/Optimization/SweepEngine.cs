using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Kernel;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>
/// Computes any sets of a sweep on any number of threads. A row depends on the definition, the bars and its set alone, never on its
/// neighbours or on the threads, so a sweep may be cut anywhere and put together again. Not for two callers at once.
/// </summary>
public sealed class SweepEngine
{
    private const int SetsPerTile = 16;

    private SweepContext _context;
    private readonly List<SetEvaluator> _evaluators = [];

    /// <summary>Prepares a sweep on bars.</summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="bars">The bars, already adjusted; cut to the period of the sweep's run inside.</param>
    /// <param name="strategies">The strategies there are.</param>
    /// <param name="statistics">The statistics there are.</param>
    /// <exception cref="RunSpecException">The sweep is not valid for these bars; every fault is listed.</exception>
    public SweepEngine(SweepDefinition definition, BarSeries bars, IStrategyCatalog strategies, StatisticRegistry statistics)
        : this(new SweepSpace(definition, strategies), bars, statistics)
    {
    }

    private SweepEngine(SweepSpace space, BarSeries bars, StatisticRegistry statistics)
        : this(space, RunPeriod.Of(space.Definition.Run, bars), statistics)
    {
    }

    /// <summary>The same on a period cut by hand, such as a window of a walk-forward.</summary>
    internal SweepEngine(SweepSpace space, RunPeriod period, StatisticRegistry statistics)
    {
        Space = space;
        _context = new SweepContext(space, period, new KernelSeries(period.Seen, period.History), new ColumnCache(period.Seen), new SweepObjective(space.Definition.Objective, statistics), statistics);
        SetPresence.Require(space);
        RefuseKernel();
    }

    /// <summary>The grid of the sweep.</summary>
    public SweepSpace Space { get; }

    /// <summary>The stretch of bars it is on.</summary>
    internal RunPeriod Period => _context.Period;

    /// <summary>Told every set once it is computed; null tells nobody.</summary>
    internal ITriedSets? Tried { get; init; }

    /// <summary>Bars of the period.</summary>
    public int Bars => _context.Series.Count;

    /// <summary>Days of the period.</summary>
    public int Days => _context.Series.Days;

    /// <summary>Hash of the bars: part of the key of every chunk.</summary>
    public string DataHash => Runs.DataHash.Of(_context.Period.Seen);

    /// <summary>Numbers in a range that are sets: their parameters fit together and they meet the condition.</summary>
    /// <param name="first">First number.</param>
    /// <param name="count">How many numbers to look at.</param>
    public IReadOnlyList<long> SetsIn(long first, long count)
    {
        var reader = Evaluator(0);
        var sets = new List<long>();
        for (long set = first; set < Math.Min(first + count, Space.Size); set++)
        {
            if (reader.IsSet(set))
            {
                sets.Add(set);
            }
        }

        return sets;
    }

    /// <summary>True when the number is a set of the sweep.</summary>
    public bool IsSet(long set) => Evaluator(0).IsSet(set);

    /// <summary>Computes the rows of these sets.</summary>
    /// <param name="sets">Numbers of sets of the sweep.</param>
    /// <param name="rows">Takes the rows, in the order of the sets.</param>
    /// <param name="threads">Threads to use, 1 or more; the rows are the same for any number.</param>
    /// <param name="cancellationToken">Stops between tiles of a few sets.</param>
    public void Evaluate(ReadOnlySpan<long> sets, SweepRows rows, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        rows.Prepare(sets);
        int tiles = (sets.Length + SetsPerTile - 1) / SetsPerTile, workers = Math.Min(threads, tiles), next = -1;
        if (workers < 2)
        {
            Work(0);
            return;
        }

        Evaluator(workers - 1);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, Work);

        void Work(int worker)
        {
            var evaluator = Evaluator(worker);
            for (int tile = Interlocked.Increment(ref next); tile < tiles; tile = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                int first = tile * SetsPerTile, end = Math.Min(first + SetsPerTile, rows.Count);
                for (int row = first; row < end; row++)
                {
                    rows.Mark(row, evaluator.Evaluate(rows.Sets[row], rows.Row(row)));
                }

                Tried?.Add(rows.Sets[first..end]);
            }
        }
    }

    /// <summary>Goes on to another stretch of bars, such as the next window of a walk-forward, in the same memory.</summary>
    internal void Move(RunPeriod period)
    {
        _context = _context.On(period);
        _evaluators.ForEach(evaluator => evaluator.Move(_context));
        RefuseKernel();
    }

    /// <summary>The daily performance of a set, by the event engine: for statistics that a row does not have.</summary>
    internal Performance Measure(long set)
    {
        var outcome = Evaluator(0).Trade(set);
        return RunPerformance.Of(_context.Period.Bars, outcome, Space.Spec(set).InitialCapital);
    }

    /// <summary>The daily returns of sets, by the event engine; one column a set.</summary>
    /// <param name="sets">Numbers of sets of the sweep.</param>
    /// <param name="threads">Threads to use, 1 or more; the returns are the same for any number.</param>
    /// <param name="cancellationToken">Stops between sets.</param>
    internal double[][] DailyReturns(IReadOnlyList<long> sets, int threads, CancellationToken cancellationToken)
    {
        double[][] returns = new double[sets.Count][];
        EachDailyReturns(sets, threads, (_, place, column) => returns[place] = column, cancellationToken);
        return returns;
    }

    /// <summary>The same for those who need one column at a time, so that not all of them are in memory.</summary>
    /// <param name="sets">Numbers of sets of the sweep; one or more.</param>
    /// <param name="threads">Threads to use, 1 or more.</param>
    /// <param name="take">Takes the number of the worker, the place of the set in the list, and its returns; called from several threads, but from one at a time for each worker.</param>
    /// <param name="cancellationToken">Stops between sets.</param>
    internal void EachDailyReturns(IReadOnlyList<long> sets, int threads, Action<int, int, double[]> take, CancellationToken cancellationToken)
    {
        int workers = Math.Min(threads, sets.Count), next = -1;
        Evaluator(workers - 1);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(workers, 1), CancellationToken = cancellationToken }, worker =>
        {
            var evaluator = Evaluator(worker);
            for (int place = Interlocked.Increment(ref next); place < sets.Count; place = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                take(worker, place, RunPerformance.Of(_context.Period.Bars, evaluator.Trade(sets[place]), Space.Spec(sets[place]).InitialCapital).Returns);
                Tried?.Add([sets[place]]);
            }
        });
    }

    /// <exception cref="RunSpecException">The kernel alone was asked for and cannot do it.</exception>
    private void RefuseKernel()
    {
        if (Space.Definition.Run.Engine != EngineChoice.Kernel)
        {
            return;
        }

        string? reason = _context.Objective.IsOfFigures
            ? KernelSupport.Refusal(_context.Series.Bars) ?? Space.RunSpecs().Select(spec => KernelSupport.Refusal(SessionRules.Of(spec))).OfType<string>().FirstOrDefault()
            : $"a statistic of the objective that is not among {string.Join(", ", SweepFigures.Ids)}";
        if (reason is not null)
        {
            throw new RunSpecException([$"engine is kernel, but the sweep needs {reason}. Take engine auto, which lets the event engine run such sets."]);
        }
    }

    /// <summary>The evaluator of a worker; makes those that are missing, so ask for the highest before going parallel.</summary>
    private SetEvaluator Evaluator(int worker)
    {
        while (_evaluators.Count <= worker)
        {
            _evaluators.Add(new SetEvaluator(_context));
        }

        return _evaluators[worker];
    }
}
