namespace AlphaFactory.Core.Numerics;

/// <summary>Covariances of n columns of returns: symmetric, no variance below 0. Immutable.</summary>
public sealed class CovarianceMatrix
{
    private const double Asymmetry = 1e-12;

    private readonly double[] _values;

    /// <summary>Copies n x n values, row by row.</summary>
    /// <exception cref="ArgumentException">The values are not square, not finite, not symmetric to 1e-12 of the variances, or a variance is below 0.</exception>
    public CovarianceMatrix(ReadOnlySpan<double> values)
    {
        Count = (int)Math.Round(Math.Sqrt(values.Length));
        _values = values.ToArray();
        if (Count * Count != values.Length)
        {
            throw new ArgumentException($"{values.Length} values do not make a square. Give n x n of them.", nameof(values));
        }

        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double scale = Math.Sqrt(Math.Abs(this[i, i] * this[j, j]));
                if (!double.IsFinite(this[i, j]) || this[i, i] < 0 || !(Math.Abs(this[i, j] - this[j, i]) <= Asymmetry * scale))
                {
                    throw new ArgumentException($"Row {i}, column {j} is {this[i, j]:R} and its mirror {this[j, i]:R}; a covariance is finite, symmetric and on the diagonal at or above 0.", nameof(values));
                }
            }
        }
    }

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>The covariance of two columns.</summary>
    public double this[int row, int column] => _values[(row * Count) + column];

    /// <summary>One row.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Count, Count);

    /// <summary>Standard deviation of a column.</summary>
    public double Deviation(int column) => Math.Sqrt(this[column, column]);

    /// <summary>Sample covariances (n - 1) of columns of equal length, two values at least, each finite.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or are too short.</exception>
    public static CovarianceMatrix OfColumns(IReadOnlyList<double[]> columns)
    {
        int n = columns.Count, length = n == 0 ? 0 : columns[0].Length;
        if (n == 0 || length < 2 || columns.Any(column => column.Length != length))
        {
            throw new ArgumentException($"Covariances need columns of one length, two values at least; these have {string.Join(", ", columns.Select(column => column.Length))}.", nameof(columns));
        }

        double[] means = [.. columns.Select(column => column.Average())], values = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k < length; k++)
                {
                    sum += (columns[i][k] - means[i]) * (columns[j][k] - means[j]);
                }

                values[(i * n) + j] = values[(j * n) + i] = sum / (length - 1);
            }
        }

        return new CovarianceMatrix(values);
    }
}
