using System.Globalization;

namespace AlphaFactory.Web.Components.Values;

/// <summary>The stretch of numbers a whisker is drawn on; all whiskers of a table column share one.</summary>
/// <param name="Minimum">Value at the left end.</param>
/// <param name="Maximum">Value at the right end.</param>
public readonly record struct WhiskerScale(double Minimum, double Maximum)
{
    /// <summary>A scale that holds an interval and its reference with a little air.</summary>
    public static WhiskerScale Around(double low, double high, double reference)
    {
        double left = Math.Min(low, reference), right = Math.Max(high, reference), air = Math.Max((right - left) * 0.06, 1e-9);
        return new WhiskerScale(left - air, right + air);
    }

    /// <summary>One scale for many intervals, or null when there is none.</summary>
    public static WhiskerScale? Shared(IEnumerable<(double Low, double High)> intervals, double reference)
    {
        (double Low, double High)[] all = [.. intervals];
        return all.Length == 0 ? null : Around(all.Min(interval => interval.Low), all.Max(interval => interval.High), reference);
    }

    /// <summary>Place of <paramref name="value"/> as a CSS length, kept inside the scale.</summary>
    public string Place(double value) => Length(Share(value));

    /// <summary>Width from <paramref name="low"/> to <paramref name="high"/> as a CSS length.</summary>
    public string Width(double low, double high) => Length(Share(high) - Share(low));

    private static string Length(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private double Share(double value) => Math.Clamp((value - Minimum) / (Maximum - Minimum), 0, 1);
}
