using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>The middle 95 % of resampled figures.</summary>
public static class PercentileInterval
{
    /// <summary>2.5th and 97.5th percentile; the values are sorted in place.</summary>
    public static (double Low, double High) Of(double[] values)
    {
        Array.Sort(values);
        return (Percentile.OfSorted(values, 0.025), Percentile.OfSorted(values, 0.975));
    }

    /// <summary>Intervals of several figures, those left out whose ends are not finite.</summary>
    internal static IReadOnlyDictionary<string, (double Low, double High)> Finite(params ReadOnlySpan<(string Id, double[] Values)> figures)
    {
        var found = new Dictionary<string, (double, double)>();
        foreach (var (id, values) in figures)
        {
            var (low, high) = Of(values);
            // NaN sorts first, so one undefined resample shows at the front.
            if (!double.IsNaN(values[0]) && double.IsFinite(low) && double.IsFinite(high))
            {
                found[id] = (low, high);
            }
        }

        return found;
    }
}
