using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>The resolved times of a file.</summary>
/// <param name="Times">Unix milliseconds UTC in the order of the file.</param>
/// <param name="Interval">Length of one bar.</param>
internal sealed record CsvTimeline(long[] Times, BarInterval Interval)
{
    private const long Day = 86_400_000, Minute = 60_000;

    /// <summary>Settles the order of day and month, the clock and the interval.</summary>
    /// <returns>Null when an error says what has to be decided.</returns>
    public static CsvTimeline? Resolve(CsvRows rows, CsvReadRequest request, string column, CsvErrors errors)
    {
        if (FindOrder(rows, request.Mapping, column, errors) is not { } order)
        {
            return null;
        }

        long[] days = new long[rows.Count];
        for (int i = 0; i < days.Length; i++)
        {
            if (rows.Times[i].WrittenDay(order) is { } day)
            {
                days[i] = day;
            }
            else
            {
                errors.Add(rows.Lines[i], column, null, "time-impossible", $"There is no day {rows.Times[i].Second} in month {rows.Times[i].First} of {rows.Times[i].Year}.", "Correct the date.");
            }
        }

        if (errors.Count > 0)
        {
            return null;
        }

        // Midnight as written is a trading day, whatever the zone beside it: downloads of daily bars often look like that.
        return rows.Times.TrueForAll(IsMidnight)
            ? Daily(days, rows, request, column, errors)
            : Instants(days, rows, request, column, errors);
    }

    private static bool IsMidnight(CsvTime time) => time.Milliseconds % Day == 0;

    private static CsvDateOrder? FindOrder(CsvRows rows, CsvMapping mapping, string column, CsvErrors errors)
    {
        if (mapping.DateOrder is { } chosen || (rows.Times[0].Form & CsvTimeForm.Pair) == 0)
        {
            return mapping.DateOrder ?? CsvDateOrder.MonthFirst;
        }

        int dayFirst = rows.Times.FindIndex(t => t.First > 12), monthFirst = rows.Times.FindIndex(t => t.Second > 12);
        if (dayFirst >= 0 && monthFirst >= 0)
        {
            int later = Math.Max(dayFirst, monthFirst);
            errors.Add(rows.Lines[later], column, Written(rows.Times[later]), "date-order-mixed", $"Line {rows.Lines[Math.Min(dayFirst, monthFirst)]} has day and month the other way round.", "Write all dates of a file in the same order, best as 2024-03-04.");
            return null;
        }

        if (dayFirst < 0 && monthFirst < 0)
        {
            errors.Add(rows.Lines[0], column, Written(rows.Times[0]), "date-order-unknown", "Nothing in the file tells whether the day or the month comes first.", "Choose the order of the date.");
            return null;
        }

        return dayFirst >= 0 ? CsvDateOrder.DayFirst : CsvDateOrder.MonthFirst;
    }

    private static string Written(CsvTime time) => $"{time.First}/{time.Second}/{time.Year}";

    private static CsvTimeline? Daily(long[] days, CsvRows rows, CsvReadRequest request, string column, CsvErrors errors)
    {
        if (request.Interval is { IsDaily: false } wanted)
        {
            errors.Add(rows.Lines[0], column, null, "interval-differs", $"The file has no times of day, but {wanted} bars were asked for.", "Import it as 1d, or export it with times.");
            return null;
        }

        return new CsvTimeline(days, BarInterval.Daily);
    }

    private static CsvTimeline? Instants(long[] days, CsvRows rows, CsvReadRequest request, string column, CsvErrors errors)
    {
        bool isUnix = (rows.Times[0].Form & CsvTimeForm.Unix) != 0;
        if (!isUnix && rows.Times[0].Offset is null && request.Mapping.Clock is null)
        {
            errors.Add(rows.Lines[0], column, null, "time-zone-missing", "The times name no time zone.", "Choose whether they are New York or universal time, or write them like 2024-03-04T14:30:00Z.");
            return null;
        }

        long[] times = new long[days.Length];
        for (int i = 0; i < times.Length; i++)
        {
            CsvTime time = rows.Times[i];
            times[i] = isUnix ? time.Milliseconds
                : time.Offset is { } offset ? days[i] + time.Milliseconds - (offset * Minute)
                : request.Mapping.Clock == CsvClock.Utc ? days[i] + time.Milliseconds
                : AtExchange(days[i], time.Milliseconds);
        }

        if ((request.Interval ?? CommonStep(times)) is not { } interval)
        {
            errors.Add(rows.Lines[0], column, null, "interval-unknown", "The length of a bar cannot be told from the times.", "Choose the interval, from 1m to 1d; shorter bars cannot be imported.");
            return null;
        }

        return new CsvTimeline(interval.IsDaily ? Array.ConvertAll(times, TradingDay) : times, interval);
    }

    private static long AtExchange(long day, long milliseconds) =>
        TradingCalendar.Nyse.At(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(day).UtcDateTime), TimeOnly.MinValue.Add(TimeSpan.FromMilliseconds(milliseconds))).ToUnixTimeMilliseconds();

    private static long TradingDay(long time) =>
        new DateTimeOffset(TradingCalendar.Nyse.DayAt(DateTimeOffset.FromUnixTimeMilliseconds(time)), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static BarInterval? CommonStep(long[] times)
    {
        long step = times.Zip(times.Skip(1), (a, b) => Math.Abs(b - a)).Take(5000).GroupBy(d => d).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        return step >= Day - (4 * 60 * Minute) ? BarInterval.Daily
            : step >= Minute && step % Minute == 0 ? new BarInterval((int)(step / Minute))
            : null;
    }
}
