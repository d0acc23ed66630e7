namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>How long something has been so.</summary>
internal static class Streak
{
    /// <summary>
    /// Bars in a row, the last included, on which the values stood on the same side of the others as on the last bar; 0 when they are
    /// level or one has no value there. A bar without a value ends the row.
    /// </summary>
    public static int Of(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        int side = Side(values[^1], others[^1]), count = 0;
        while (side != 0 && count < values.Length && Side(values[^(count + 1)], others[^(count + 1)]) == side)
        {
            count++;
        }

        return count;
    }

    /// <summary>The same against one level.</summary>
    public static int Of(ReadOnlySpan<double> values, double level)
    {
        int side = Side(values[^1], level), count = 0;
        while (side != 0 && count < values.Length && Side(values[^(count + 1)], level) == side)
        {
            count++;
        }

        return count;
    }

    /// <summary>Bars in a row, the last included, with the value of the last bar.</summary>
    public static int Same(ReadOnlySpan<double> values)
    {
        int count = 1;
        while (count < values.Length && values[^(count + 1)] == values[^1])
        {
            count++;
        }

        return count;
    }

    private static int Side(double value, double other) => value > other ? 1 : value < other ? -1 : 0;
}
