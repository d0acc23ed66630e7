namespace AlphaFactory.Engine.Optimization;

/// <summary>Rows of a sweep: numbers of sets and, for each, its figures and its objective. Used again for the next piece of work; copy what is to be kept.</summary>
public sealed class SweepRows
{
    private long[] _sets = [];
    private double[] _figures = [];
    private bool[] _event = [];

    /// <summary>Numbers of a row: the figures of <see cref="SweepFigures.Ids"/> and the objective behind them.</summary>
    public static int Width { get; } = SweepFigures.Ids.Count + 1;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Number of each row's set.</summary>
    public ReadOnlySpan<long> Sets => _sets.AsSpan(0, Count);

    /// <summary>The numbers of a row; NaN is undefined.</summary>
    public ReadOnlySpan<double> this[int row] => _figures.AsSpan(row * Width, Width);

    /// <summary>The objective of a row; NaN when it is undefined.</summary>
    public double Objective(int row) => _figures[(row * Width) + Width - 1];

    /// <summary>True when the event engine computed the row.</summary>
    public bool ByEventEngine(int row) => _event[row];

    internal void Prepare(ReadOnlySpan<long> sets)
    {
        if (sets.Length > _sets.Length)
        {
            (_sets, _figures, _event) = (new long[sets.Length], new double[sets.Length * Width], new bool[sets.Length]);
        }

        sets.CopyTo(_sets);
        Count = sets.Length;
    }

    internal Span<double> Row(int row) => _figures.AsSpan(row * Width, Width);

    internal void Mark(int row, bool byEventEngine) => _event[row] = byEventEngine;
}
