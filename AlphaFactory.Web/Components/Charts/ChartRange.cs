using System.Globalization;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>What part of the time axis a range word means; <c>js/charts/range.js</c> reads the same words.</summary>
public static class ChartRange
{
    private const long Day = 86_400_000;

    private static readonly Dictionary<string, int> s_days = new() { ["1D"] = 1, ["1W"] = 7, ["1M"] = 31, ["3M"] = 92, ["6M"] = 183, ["1Y"] = 366, ["3Y"] = 1096, ["5Y"] = 1827 };

    /// <summary>First and last instant inside the period, or the whole period when the word means nothing.</summary>
    /// <param name="word">A word of the range buttons, or two days or minutes joined by <c>~</c>.</param>
    /// <param name="first">First bar, Unix milliseconds UTC.</param>
    /// <param name="last">Last bar.</param>
    public static (long From, long To) Of(string word, long first, long last)
    {
        if (s_days.TryGetValue(word, out int days))
        {
            return (Math.Max(first, last - (days * Day)), last);
        }

        string[] ends = word.Split('~');
        if (ends.Length != 2 || Instant(ends[0], endOfDay: false) is not { } from || Instant(ends[1], endOfDay: true) is not { } to)
        {
            return (first, last);
        }

        (from, to) = (Math.Max(first, from), Math.Min(last, to));
        return from < to ? (from, to) : (first, last);
    }

    private static long? Instant(string text, bool endOfDay) =>
        !DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? null
        : at.ToUnixTimeMilliseconds() + (endOfDay && text.Length == 10 ? Day - 1 : 0);
}
