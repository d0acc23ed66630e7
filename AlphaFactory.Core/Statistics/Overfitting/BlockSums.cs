namespace AlphaFactory.Core.Statistics.Overfitting;

/// <summary>Sums of returns and of their squares for each block and column, so that a split costs one addition a block and column.</summary>
internal sealed class BlockSums
{
    private readonly double[][] _sums, _squares;
    private readonly double[] _totalSum, _totalSquare, _inSum, _inSquare, _outSharpe;
    private readonly int _rows;

    private BlockSums(double[][] sums, double[][] squares, int rows)
    {
        (_sums, _squares, _rows) = (sums, squares, rows);
        int columns = sums[0].Length;
        (_totalSum, _totalSquare, _inSum, _inSquare, _outSharpe) = (new double[columns], new double[columns], new double[columns], new double[columns], new double[columns]);
        Add([.. Enumerable.Range(0, sums.Length)], _totalSum, _totalSquare);
    }

    public static BlockSums Of(IReadOnlyList<double[]> columns, int blocks)
    {
        int rows = columns[0].Length / blocks, skipped = columns[0].Length % blocks;
        double[][] sums = [.. Enumerable.Range(0, blocks).Select(_ => new double[columns.Count])];
        double[][] squares = [.. Enumerable.Range(0, blocks).Select(_ => new double[columns.Count])];
        for (int column = 0; column < columns.Count; column++)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(columns[column].Length, columns[0].Length);
            for (int block = 0; block < blocks; block++)
            {
                foreach (double value in columns[column].AsSpan(skipped + (block * rows), rows))
                {
                    sums[block][column] += value;
                    squares[block][column] += value * value;
                }
            }
        }

        return new BlockSums(sums, squares, rows);
    }

    /// <summary>Takes the given blocks as in-sample, all others as out-of-sample.</summary>
    public OverfitSplit Split(int[] inSample)
    {
        Array.Clear(_inSum);
        Array.Clear(_inSquare);
        Add(inSample, _inSum, _inSquare);
        int inRows = inSample.Length * _rows, outRows = (_sums.Length - inSample.Length) * _rows, best = 0;
        double bestSharpe = double.NegativeInfinity;
        for (int column = 0; column < _inSum.Length; column++)
        {
            double sharpe = Sharpe(_inSum[column], _inSquare[column], inRows);
            if (sharpe > bestSharpe)
            {
                (best, bestSharpe) = (column, sharpe);
            }

            _outSharpe[column] = Sharpe(_totalSum[column] - _inSum[column], _totalSquare[column] - _inSquare[column], outRows);
        }

        double reached = _outSharpe[best];
        int below = 0, equal = 0;
        foreach (double other in _outSharpe)
        {
            below += other < reached ? 1 : 0;
            equal += other == reached ? 1 : 0;
        }

        // Columns that tie share the mean of their ranks.
        double share = (below + ((equal + 1) / 2.0)) / (_outSharpe.Length + 1);
        return new OverfitSplit(best, bestSharpe, reached, Math.Log(share / (1 - share)));
    }

    /// <summary>Sharpe ratio of a day, n - 1; 0 for a column without scatter, which neither wins nor loses.</summary>
    private static double Sharpe(double sum, double squares, int count)
    {
        double mean = sum / count, scatter = squares - (sum * mean);
        return scatter > 1e-14 * squares ? mean / Math.Sqrt(scatter / (count - 1)) : 0;
    }

    private void Add(int[] blocks, double[] sum, double[] square)
    {
        foreach (int block in blocks)
        {
            double[] addedSum = _sums[block], addedSquare = _squares[block];
            for (int column = 0; column < sum.Length; column++)
            {
                sum[column] += addedSum[column];
                square[column] += addedSquare[column];
            }
        }
    }
}
