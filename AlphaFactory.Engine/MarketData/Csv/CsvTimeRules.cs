using System.Globalization;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>What the times of a file must satisfy: one direction, no day twice, neither before 1900 nor in the future.</summary>
internal static class CsvTimeRules
{
    private static readonly long Earliest = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Checks all rows and adds what is wrong.</summary>
    /// <returns>True when the file runs from the newest bar to the oldest.</returns>
    public static bool Check(CsvRows rows, CsvTimeline timeline, DateTimeOffset now, string column, CsvErrors errors)
    {
        long[] times = timeline.Times;
        // East of Greenwich the trading day begins before it does in UTC.
        long latest = now.AddHours(14).ToUnixTimeMilliseconds();
        bool descending = IsMostlyDescending(times);
        for (int i = 0; i < times.Length; i++)
        {
            if (times[i] > latest)
            {
                errors.Add(rows.Lines[i], column, Text(times[i], timeline.Interval), "time-in-future", $"The bar lies in the future; now is {now:yyyy-MM-dd}.", "Correct the date; perhaps day and month are swapped.");
            }
            else if (times[i] < Earliest)
            {
                errors.Add(rows.Lines[i], column, Text(times[i], timeline.Interval), "time-too-early", "Bars before 1900 are not taken.", "Correct the date.");
            }

            if (i > 0 && (descending ? times[i] >= times[i - 1] : times[i] <= times[i - 1]))
            {
                Disorder(rows, times, i, timeline.Interval, column, errors);
            }
        }

        return descending;
    }

    private static void Disorder(CsvRows rows, long[] times, int i, BarInterval interval, string column, CsvErrors errors)
    {
        string text = Text(times[i], interval), before = rows.Lines[i - 1].ToString(CultureInfo.InvariantCulture);
        if (times[i] == times[i - 1])
        {
            errors.Add(rows.Lines[i], column, text, "time-twice", $"Line {before} has the same time.", "Keep one of the two lines.");
        }
        else
        {
            errors.Add(rows.Lines[i], column, text, "time-out-of-order", $"The time does not follow that of line {before}.", "Sort the lines by time, oldest or newest first.");
        }
    }

    private static bool IsMostlyDescending(long[] times)
    {
        int balance = 0;
        for (int i = 1; i < times.Length; i++)
        {
            balance += times[i].CompareTo(times[i - 1]);
        }

        return balance < 0;
    }

    private static string Text(long time, BarInterval interval) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time).ToString(interval.IsDaily ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
