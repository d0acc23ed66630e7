namespace AlphaFactory.Engine.Optimization;

/// <summary>A heatmap of two axes: for each pair of their values the best and the mean objective over all values of the others.</summary>
public sealed class SweepGrid
{
    private const int MostCells = 40_000;

    private readonly double[] _best, _sum;
    private readonly long[] _count;

    private SweepGrid(SweepSpace space, int first, int second)
    {
        (First, Second) = (first, second);
        (Rows, Columns) = (space.Axes[first].Values.Count, space.Axes[second].Values.Count);
        (_best, _sum, _count) = (new double[Rows * Columns], new double[Rows * Columns], new long[Rows * Columns]);
        _best.AsSpan().Fill(double.NaN);
    }

    /// <summary>Place of the axis whose values are the rows.</summary>
    public int First { get; }

    /// <summary>Place of the axis whose values are the columns.</summary>
    public int Second { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The best objective of a cell; NaN when no set of it has one.</summary>
    public double Best(int row, int column) => _best[(row * Columns) + column];

    /// <summary>The mean objective of a cell; NaN when no set of it has one.</summary>
    public double Mean(int row, int column) => _sum[(row * Columns) + column] / _count[(row * Columns) + column];

    /// <summary>Sets of a cell that have an objective.</summary>
    public long Count(int row, int column) => _count[(row * Columns) + column];

    internal void Clear()
    {
        Array.Clear(_sum);
        Array.Clear(_count);
        _best.AsSpan().Fill(double.NaN);
    }

    internal static IReadOnlyList<SweepGrid> Of(SweepSpace space)
    {
        int axes = space.Axes.Count;
        return
        [
            .. from first in Enumerable.Range(0, axes)
               from second in Enumerable.Range(first + 1, axes - first - 1)
               where space.Axes[first].Values.Count * (long)space.Axes[second].Values.Count <= MostCells
               select new SweepGrid(space, first, second),
        ];
    }

    internal void Add(ReadOnlySpan<int> places, double objective)
    {
        int cell = (places[First] * Columns) + places[Second];
        _count[cell]++;
        _sum[cell] += objective;
        _best[cell] = objective <= _best[cell] ? _best[cell] : objective;
    }
}
