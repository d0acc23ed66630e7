namespace AlphaFactory.Core.Prices;

/// <summary>Joins neighbouring bars into longer ones for display; runs never compute on the outcome.</summary>
public static class BarAggregation
{
    /// <summary>
    /// Joins every <paramref name="size"/> bars, counted from the first; the last group may be shorter. A joined bar has the time and
    /// open of its first bar, the highest high, the lowest low, the close of its last bar and the sum of the volumes.
    /// </summary>
    /// <param name="bars">The bars; their identity is kept although a joined bar is longer than its interval says.</param>
    /// <param name="size">Bars a group, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1.</exception>
    public static BarSeries JoinEvery(this BarSeries bars, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (size == 1)
        {
            return bars;
        }

        int count = (bars.Count + size - 1) / size;
        var times = new long[count];
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        for (int group = 0; group < count; group++)
        {
            int start = group * size, length = Math.Min(size, bars.Count - start);
            times[group] = bars.Times[start];
            open[group] = bars.Open[start];
            close[group] = bars.Close[start + length - 1];
            high[group] = Highest(bars.High.Slice(start, length));
            low[group] = Lowest(bars.Low.Slice(start, length));
            volume[group] = Sum(bars.Volume.Slice(start, length));
        }

        return new BarSeries(bars.Identity, times, open, high, low, close, volume);
    }

    private static double Highest(ReadOnlySpan<double> values)
    {
        double highest = values[0];
        foreach (double value in values)
        {
            highest = Math.Max(highest, value);
        }

        return highest;
    }

    private static double Lowest(ReadOnlySpan<double> values)
    {
        double lowest = values[0];
        foreach (double value in values)
        {
            lowest = Math.Min(lowest, value);
        }

        return lowest;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
