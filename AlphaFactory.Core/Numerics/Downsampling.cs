namespace AlphaFactory.Core.Numerics;

/// <summary>Picks the points of long columns that a screen can show, without hiding a peak or a trough.</summary>
public static class Downsampling
{
    /// <summary>
    /// Indices to keep, rising: the first, the last, and of every bucket of neighbours the lowest and the highest value of each column.
    /// Columns of equal length stay aligned, because one index picks the same row of all.
    /// </summary>
    /// <param name="count">Rows there are.</param>
    /// <param name="points">Rows wanted at most. With fewer than two rows per column and two for the ends, that minimum is kept instead.</param>
    /// <param name="columns">Columns whose extremes must survive, each of <paramref name="count"/> values; NaN is never an extreme.</param>
    /// <exception cref="ArgumentException">A column has another length.</exception>
    public static int[] KeepExtremes(int count, int points, params ReadOnlySpan<double[]> columns)
    {
        foreach (double[] column in columns)
        {
            if (column.Length != count)
            {
                throw new ArgumentException($"A column has {column.Length} values, but there are {count} rows. Give every column one value a row.", nameof(columns));
            }
        }

        if (count <= Math.Max(points, 2))
        {
            return [.. Enumerable.Range(0, count)];
        }

        int buckets = Math.Max(1, (points - 2) / Math.Max(1, 2 * columns.Length));
        var kept = new SortedSet<int> { 0, count - 1 };
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            int start = (int)((long)count * bucket / buckets), end = (int)((long)count * (bucket + 1) / buckets);
            foreach (double[] column in columns)
            {
                AddExtremes(kept, column, start, end);
            }
        }

        return [.. kept];
    }

    private static void AddExtremes(SortedSet<int> kept, double[] column, int start, int end)
    {
        int lowest = -1, highest = -1;
        for (int i = start; i < end; i++)
        {
            if (double.IsNaN(column[i]))
            {
                continue;
            }

            lowest = lowest < 0 || column[i] < column[lowest] ? i : lowest;
            highest = highest < 0 || column[i] > column[highest] ? i : highest;
        }

        if (lowest >= 0)
        {
            kept.Add(lowest);
            kept.Add(highest);
        }
    }
}
