namespace AlphaFactory.Core.Instruments;

/// <summary>
/// Full closures and early closes of the New York Stock Exchange from 1998 on: the rules of its holiday calendar, and the days on which
/// it departed from them. Sources: docs/sources.md.
/// </summary>
internal static class NyseHolidays
{
    private static readonly DateOnly[] UnplannedClosures =
    [
        new(2001, 9, 11), new(2001, 9, 12), new(2001, 9, 13), new(2001, 9, 14), // attacks of September 11
        new(2004, 6, 11), new(2007, 1, 2), new(2018, 12, 5), new(2025, 1, 9), // mourning for Reagan, Ford, Bush, Carter
        new(2012, 10, 29), new(2012, 10, 30), // hurricane Sandy
    ];

    /// <summary>Weekdays of <paramref name="year"/> without a session.</summary>
    public static IEnumerable<DateOnly> Closures(int year)
    {
        DateOnly newYear = new(year, 1, 1);
        if (newYear.DayOfWeek != DayOfWeek.Saturday) // a Saturday's would fall into the old year, which the exchange does not do
        {
            yield return Observed(newYear);
        }

        yield return Nth(year, 1, DayOfWeek.Monday, 3);
        yield return Nth(year, 2, DayOfWeek.Monday, 3);
        yield return EasterSunday(year).AddDays(-2);
        yield return Nth(year, 6, DayOfWeek.Monday, 1).AddDays(-7); // the last Monday of May
        if (year >= 2022)
        {
            yield return Observed(new DateOnly(year, 6, 19));
        }

        yield return Observed(new DateOnly(year, 7, 4));
        yield return Nth(year, 9, DayOfWeek.Monday, 1);
        yield return Nth(year, 11, DayOfWeek.Thursday, 4);
        yield return Observed(new DateOnly(year, 12, 25));
        foreach (DateOnly unplanned in UnplannedClosures.Where(d => d.Year == year))
        {
            yield return unplanned;
        }
    }

    /// <summary>Days of <paramref name="year"/> that end at 13:00; one that is also a closure is a closure.</summary>
    public static IEnumerable<DateOnly> EarlyCloses(int year)
    {
        yield return Nth(year, 11, DayOfWeek.Thursday, 4).AddDays(1);
        DateOnly independenceEve = new(year, 7, 3), christmasEve = new(year, 12, 24);
        if (IsMondayToThursday(christmasEve))
        {
            yield return christmasEve;
        }

        if (year == 2002)
        {
            yield return new DateOnly(2002, 7, 5); // the day after the holiday, that once
        }
        else if (IsMondayToThursday(independenceEve))
        {
            yield return independenceEve;
        }

        if (year == 2003)
        {
            yield return new DateOnly(2003, 12, 26); // a Friday between holiday and week-end
        }
    }

    private static bool IsMondayToThursday(DateOnly day) => day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday;

    private static DateOnly Observed(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }

    /// <summary>Gregorian Easter. Source: J. Meeus, "Astronomical Algorithms", 2nd edition, chapter 8.</summary>
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451, n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
