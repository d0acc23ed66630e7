namespace AlphaFactory.Core.Instruments;

/// <summary>
/// The sessions of an exchange. Days are trading days of the exchange, instants are UTC; the time zone is known here and nowhere else.
/// Thread safe.
/// </summary>
public sealed partial class TradingCalendar
{
    private static readonly TimeOnly Opens = new(9, 30), Closes = new(16, 0), ClosesEarly = new(13, 0);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private readonly HashSet<DateOnly> _closures = [], _earlyCloses = [];

    private TradingCalendar()
    {
        for (int year = FirstDay.Year; year <= LastDay.Year; year++)
        {
            _closures.UnionWith(NyseHolidays.Closures(year));
            _earlyCloses.UnionWith(NyseHolidays.EarlyCloses(year));
        }

        _earlyCloses.ExceptWith(_closures);
    }

    /// <summary>New York Stock Exchange, which the other US stock exchanges follow.</summary>
    public static TradingCalendar Nyse { get; } = new();

    /// <summary>First day the calendar knows.</summary>
    public static DateOnly FirstDay => new(1998, 1, 1);

    /// <summary>Last day the calendar knows.</summary>
    public static DateOnly LastDay => new(2028, 12, 31);

    /// <summary>True when the calendar can say anything about <paramref name="day"/>.</summary>
    public static bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>True when the exchange trades on <paramref name="day"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside <see cref="FirstDay"/> to <see cref="LastDay"/>.</exception>
    public bool IsSession(DateOnly day)
    {
        if (!Covers(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"The trading calendar knows {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}. Ask Covers first.");
        }

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_closures.Contains(day);
    }

    /// <summary>True when the session of <paramref name="day"/> ends at 13:00 New York time.</summary>
    public bool IsEarlyClose(DateOnly day) => _earlyCloses.Contains(day);

    /// <summary>The sessions of the closed range, oldest first; the part of the range the calendar does not know is left out.</summary>
    public IEnumerable<DateOnly> SessionsBetween(DateOnly from, DateOnly to)
    {
        DateOnly last = to < LastDay ? to : LastDay;
        for (DateOnly day = from > FirstDay ? from : FirstDay; day <= last; day = day.AddDays(1))
        {
            if (IsSession(day))
            {
                yield return day;
            }
        }
    }

    /// <summary>Opening and close of the regular session of <paramref name="day"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is no session or outside the calendar.</exception>
    public SessionHours SessionHours(DateOnly day)
    {
        if (!IsSession(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "The exchange is closed on this day. Ask IsSession first.");
        }

        return new SessionHours(At(day, Opens), At(day, IsEarlyClose(day) ? ClosesEarly : Closes));
    }

    /// <summary>The instant of a wall-clock time at the exchange. A time skipped by the clock change in spring counts as the hour after it, a doubled one in autumn as standard time.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        DateTime local = day.ToDateTime(time);
        if (_zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The calendar day at the exchange at an instant.</summary>
    public DateOnly DayAt(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The same instant with the clock of the exchange, daylight saving counted.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);
}

/// <summary>The regular trading hours of one day.</summary>
/// <param name="Open">First instant, UTC.</param>
/// <param name="Close">End of the session, UTC.</param>
public readonly record struct SessionHours(DateTimeOffset Open, DateTimeOffset Close);
