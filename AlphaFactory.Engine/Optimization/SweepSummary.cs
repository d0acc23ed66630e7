using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization.Plateaus;

namespace AlphaFactory.Engine.Optimization;

/// <summary>
/// What is kept in memory of a sweep of any size: the best sets, a histogram, a grid for each pair of axes, the scatter of the trials, and the
/// objective of each set while the space is small. The same rows in the same order give the same summary.
/// </summary>
public sealed class SweepSummary
{
    /// <summary>Best sets kept.</summary>
    public const int Kept = 1000;

    private const long MostRemembered = 4_000_000;
    private static readonly int s_sharpe = SweepFigures.IndexOf("sharpe");

    private readonly BestSets _best = new(Kept);
    private readonly int[] _places;
    private readonly double[]? _objectives;
    private double _mean, _squares;
    private long _defined;

    /// <summary>An empty summary.</summary>
    public SweepSummary(SweepSpace space)
    {
        Space = space;
        Grids = SweepGrid.Of(space);
        _places = new int[space.Axes.Count];
        if (space.Size <= MostRemembered)
        {
            _objectives = new double[space.Size];
            _objectives.AsSpan().Fill(double.PositiveInfinity);
        }
    }

    /// <summary>Bytes a summary of a space takes, about.</summary>
    public static long MemoryOf(SweepSpace space) =>
        (space.Size <= MostRemembered ? space.Size * sizeof(double) : 0) + SweepGrid.Of(space).Sum(grid => grid.Rows * (long)grid.Columns * 3 * sizeof(double));

    /// <summary>The grid of the sweep.</summary>
    public SweepSpace Space { get; }

    /// <summary>Sets counted.</summary>
    public long Sets { get; private set; }

    /// <summary>Sets the event engine computed.</summary>
    public long ByEventEngine { get; private set; }

    /// <summary>Best objective so far; null when no set has one.</summary>
    public double? BestObjective { get; private set; }

    /// <summary>How the objectives are spread.</summary>
    public SweepHistogram Histogram { get; } = new();

    /// <summary>One grid for each pair of axes that is not too large.</summary>
    public IReadOnlyList<SweepGrid> Grids { get; }

    /// <summary>Variance of the daily Sharpe ratios of the sets; 0 below two.</summary>
    public double TrialVariance => _defined < 2 ? 0 : _squares / (_defined - 1);

    /// <summary>Numbers of the best sets, best first; equal ones by their number.</summary>
    public IReadOnlyList<long> Best => _best.Sorted;

    /// <summary>Counts rows.</summary>
    public void Add(SweepRows rows)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            long set = rows.Sets[row];
            double objective = rows.Objective(row), sharpe = rows[row][s_sharpe];
            Sets++;
            ByEventEngine += rows.ByEventEngine(row) ? 1 : 0;
            if (_objectives is not null)
            {
                _objectives[set] = objective;
            }

            if (!double.IsNaN(sharpe))
            {
                double daily = sharpe / Math.Sqrt(Performance.TradingDaysPerYear), before = daily - _mean;
                _mean += before / ++_defined;
                _squares += before * (daily - _mean);
            }

            if (!double.IsNaN(objective))
            {
                BestObjective = objective <= BestObjective ? BestObjective : objective;
                Histogram.Add(objective);
                _best.Add(set, objective);
                Space.Locate(set, _places);
                foreach (var grid in Grids)
                {
                    grid.Add(_places, objective);
                }
            }
        }
    }

    /// <summary>Forgets all rows, to be used for another sweep of the same space.</summary>
    internal void Clear()
    {
        _best.Clear();
        Histogram.Clear();
        _objectives.AsSpan().Fill(double.PositiveInfinity);
        (Sets, ByEventEngine, BestObjective, _mean, _squares, _defined) = (0, 0, null, 0, 0, 0);
        foreach (var grid in Grids)
        {
            grid.Clear();
        }
    }

    /// <summary>The objective of a set: NaN when it is undefined, null when it was not tried or is not remembered.</summary>
    public double? ObjectiveOf(long set) => _objectives?[set] is { } value and not double.PositiveInfinity ? value : null;

    /// <summary>True when every set's objective is at hand.</summary>
    public bool RemembersAll => _objectives is not null;

    /// <summary>Where the best tenth of the sets lies; null when not every set's objective is at hand, or none has one.</summary>
    internal SetClusters? Clusters() => _objectives is null ? null : ClusterSearch.Find(Space, _objectives);

    /// <summary>A copy of the objectives that are at hand, undefined ones left out, in no order.</summary>
    internal double[] DefinedObjectives() => Array.FindAll(_objectives ?? [], double.IsFinite);

    /// <summary>Sets at hand whose objective is at least so large.</summary>
    internal IEnumerable<long> SetsFrom(double objective)
    {
        for (long set = 0; set < _objectives?.LongLength; set++)
        {
            if (_objectives[set] >= objective && double.IsFinite(_objectives[set]))
            {
                yield return set;
            }
        }
    }
}
