using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Association;

/// <summary>
/// Correlations of several columns, measured in blocks (one symbol, or one day) and averaged over the blocks in which they are defined. Not
/// for two threads at once; matrices of several threads are added.
/// </summary>
public sealed class CorrelationMatrix
{
    private readonly int _columns;
    private readonly double[] _pearson, _rank;
    private readonly int[] _blocks;

    /// <summary>An empty matrix.</summary>
    /// <param name="columns">Number of columns, 1 or more.</param>
    public CorrelationMatrix(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        _columns = columns;
        _pearson = new double[columns * columns];
        _rank = new double[columns * columns];
        _blocks = new int[columns * columns];
    }

    /// <summary>Blocks that had enough complete rows.</summary>
    public int Blocks { get; private set; }

    /// <summary>Complete rows of those blocks.</summary>
    public long Rows { get; private set; }

    /// <summary>Mean of Pearson's correlation over the blocks; NaN where no block has one.</summary>
    public double Pearson(int first, int second) => _pearson[Place(first, second)] / _blocks[Place(first, second)];

    /// <summary>Mean of the rank correlation over the blocks; NaN where no block has one.</summary>
    public double Rank(int first, int second) => _rank[Place(first, second)] / _blocks[Place(first, second)];

    /// <summary>Blocks in which both columns vary.</summary>
    public int BlocksOf(int first, int second) => _blocks[Place(first, second)];

    /// <summary>Measures one block on the rows in which every column has a value.</summary>
    /// <param name="columns">As many columns as the matrix has, of one length; NaN where there is no value.</param>
    /// <param name="fewestRows">Complete rows a block must have to count, 2 or more.</param>
    public void Add(IReadOnlyList<ReadOnlyMemory<double>> columns, int fewestRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewestRows, 2);
        int[] rows = [.. Enumerable.Range(0, columns[0].Length).Where(row => columns.All(column => double.IsFinite(column.Span[row])))];
        if (rows.Length < fewestRows)
        {
            return;
        }

        Blocks++;
        Rows += rows.Length;
        int[] order = new int[rows.Length];
        double[][] values = new double[_columns][], ranks = new double[_columns][];
        for (int i = 0; i < _columns; i++)
        {
            var column = columns[i].Span;
            double[] kept = new double[rows.Length], ranked = new double[rows.Length];
            for (int k = 0; k < rows.Length; k++)
            {
                kept[k] = column[rows[k]];
            }

            AverageRanks.Write(kept, ranked, order);
            (values[i], ranks[i]) = (Scaled(kept), Scaled(ranked));
        }

        for (int i = 0; i < _columns; i++)
        {
            for (int k = 0; k <= i; k++)
            {
                if (values[i].Length > 0 && values[k].Length > 0)
                {
                    AddTo(i, k, Product(values[i], values[k]), Product(ranks[i], ranks[k]));
                }
            }
        }
    }

    /// <summary>Adds the blocks of another matrix of the same columns.</summary>
    public void Add(CorrelationMatrix other)
    {
        Blocks += other.Blocks;
        Rows += other.Rows;
        for (int i = 0; i < _pearson.Length; i++)
        {
            _pearson[i] += other._pearson[i];
            _rank[i] += other._rank[i];
            _blocks[i] += other._blocks[i];
        }
    }

    private void AddTo(int row, int column, double pearson, double rank)
    {
        int place = Place(row, column);
        _pearson[place] += pearson;
        _rank[place] += rank;
        _blocks[place]++;
    }

    private int Place(int first, int second) => first >= second ? (first * _columns) + second : (second * _columns) + first;

    /// <summary>Around its mean and of length 1, so that a product is a correlation; empty when it does not vary.</summary>
    private static double[] Scaled(double[] values)
    {
        var moments = Moments.Of(values);
        if (moments.IsConstant)
        {
            return [];
        }

        double length = Math.Sqrt(moments.SecondCentral * values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] - moments.Mean) / length;
        }

        return values;
    }

    private static double Product(double[] first, double[] second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return Math.Clamp(sum, -1, 1);
    }
}
