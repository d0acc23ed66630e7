namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>The 95 % interval that turns the resampled figures around the observed one: what lies far above is taken as error below.</summary>
public static class BasicInterval
{
    /// <summary>Twice the observed figure less the percentile ends; the values are sorted in place.</summary>
    /// <remarks>Source: Davison and Hinkley, Bootstrap Methods and their Application (1997), 5.6.</remarks>
    public static (double Low, double High) Of(double observed, double[] values)
    {
        var (low, high) = PercentileInterval.Of(values);
        return ((2 * observed) - high, (2 * observed) - low);
    }
}
