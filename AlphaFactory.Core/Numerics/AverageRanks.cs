namespace AlphaFactory.Core.Numerics;

/// <summary>Ranks from 1, equal values sharing the mean of their places.</summary>
public static class AverageRanks
{
    /// <summary>Writes the rank of each value.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="ranks">As many ranks: the smallest value has 1.</param>
    /// <param name="order">Scratch of the same length; holds the places of the values in rising order afterwards.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Write(ReadOnlySpan<double> values, Span<double> ranks, Span<int> order)
    {
        int n = values.Length;
        if (ranks.Length != n || order.Length != n)
        {
            throw new ArgumentException($"There are {ranks.Length} places for ranks and {order.Length} of scratch for {n} values. Make them equal.", nameof(ranks));
        }

        values.CopyTo(ranks);
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }

        ranks.Sort(order);
        for (int start = 0; start < n;)
        {
            int end = start + 1;
            double value = values[order[start]];
            while (end < n && values[order[end]] == value)
            {
                end++;
            }

            double rank = 0.5 * (start + 1 + end);
            for (; start < end; start++)
            {
                ranks[order[start]] = rank;
            }
        }
    }
}
