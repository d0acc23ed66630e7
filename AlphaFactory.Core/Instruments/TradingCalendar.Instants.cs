using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Instruments;

/// <summary>What the calendar says of an instant instead of a day.</summary>
public sealed partial class TradingCalendar
{
    /// <summary>Letters that stand behind a wall-clock time of the exchange.</summary>
    public const string ZoneWord = "ET";

    /// <summary>True from the opening of a session up to, not including, its close.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day at the exchange is outside <see cref="FirstDay"/> to <see cref="LastDay"/>.</exception>
    public bool IsOpen(DateTimeOffset instant) => SessionAt(instant) is not null;

    /// <summary>The session that is open at an instant; null while the exchange is closed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day at the exchange is outside the calendar.</exception>
    public TradingSessionDay? SessionAt(DateTimeOffset instant)
    {
        var day = DayAt(instant);
        if (!IsSession(day))
        {
            return null;
        }

        var hours = SessionHours(day);
        return instant >= hours.Open && instant < hours.Close ? new TradingSessionDay(day, hours) : null;
    }

    /// <summary>The session that is open at an instant, or else the next one; null beyond <see cref="LastDay"/>. An instant before <see cref="FirstDay"/> gives the first session known.</summary>
    public TradingSessionDay? CurrentOrNext(DateTimeOffset instant)
    {
        foreach (var day in SessionsBetween(DayAt(instant), LastDay))
        {
            var hours = SessionHours(day);
            if (hours.Close > instant)
            {
                return new TradingSessionDay(day, hours);
            }
        }

        return null;
    }

    /// <summary>The first opening after an instant; one exactly at the instant counts as past. Null beyond <see cref="LastDay"/>.</summary>
    public DateTimeOffset? NextOpen(DateTimeOffset after) =>
        SessionsBetween(DayAt(after), LastDay).Select(day => (DateTimeOffset?)SessionHours(day).Open).FirstOrDefault(open => open > after);

    /// <summary>The first close after an instant; null beyond <see cref="LastDay"/>.</summary>
    public DateTimeOffset? NextClose(DateTimeOffset after) =>
        SessionsBetween(DayAt(after), LastDay).Select(day => (DateTimeOffset?)SessionHours(day).Close).FirstOrDefault(close => close > after);

    /// <summary>The first instant at which a bar can have traded: the opening of its session for a daily bar, its own start otherwise.</summary>
    /// <param name="interval">Length of the bar.</param>
    /// <param name="time">Start of the bar as it is stored, Unix milliseconds UTC; midnight UTC of its trading day for a daily bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">A daily bar is of a day without a session, or outside the calendar.</exception>
    public DateTimeOffset OpeningOf(BarInterval interval, long time)
    {
        var start = DateTimeOffset.FromUnixTimeMilliseconds(time);
        return interval.IsDaily ? SessionHours(DateOnly.FromDateTime(start.UtcDateTime)).Open : start;
    }

    /// <summary>
    /// The instant from which a bar is closed and may be decided on: the close of its session for a daily bar, otherwise its start plus its length, and never after
    /// the close of the session it lies in. A bar that starts outside sessions ends by its length alone.
    /// </summary>
    /// <param name="interval">Length of the bar.</param>
    /// <param name="time">Start of the bar as it is stored, Unix milliseconds UTC; midnight UTC of its trading day for a daily bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">A daily bar is of a day without a session, or the bar lies outside the calendar.</exception>
    public DateTimeOffset ClosingOf(BarInterval interval, long time)
    {
        var start = DateTimeOffset.FromUnixTimeMilliseconds(time);
        if (interval.IsDaily)
        {
            return SessionHours(DateOnly.FromDateTime(start.UtcDateTime)).Close;
        }

        var end = start.AddMinutes(interval.Minutes);
        return SessionAt(start) is { } session && session.Hours.Close < end ? session.Hours.Close : end;
    }

    /// <summary>The instant as the clocks at the exchange show it, with their distance from UTC: 16:00 -05:00 in winter, 16:00 -04:00 in summer.</summary>
    public DateTimeOffset WallClock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    /// <summary>
    /// Restates instants for an axis or a table that knows no time zones: each result, read as UTC, shows what the clocks at the exchange showed. In the hour that autumn
    /// doubles two instants become one; the exchange is closed then.
    /// </summary>
    /// <param name="utc">Unix milliseconds UTC, in any order.</param>
    /// <param name="wall">Receives one value for each.</param>
    /// <exception cref="ArgumentException"><paramref name="wall"/> is shorter than <paramref name="utc"/>.</exception>
    public void WallClock(ReadOnlySpan<long> utc, Span<long> wall)
    {
        if (wall.Length < utc.Length)
        {
            throw new ArgumentException($"There is room for {wall.Length} times, but {utc.Length} were given.", nameof(wall));
        }

        for (int i = 0; i < utc.Length; i++)
        {
            var instant = DateTimeOffset.FromUnixTimeMilliseconds(utc[i]);
            wall[i] = utc[i] + (long)_zone.GetUtcOffset(instant).TotalMilliseconds;
        }
    }
}

/// <summary>A session with its day.</summary>
/// <param name="Day">Trading day.</param>
/// <param name="Hours">Opening and close, UTC.</param>
public readonly record struct TradingSessionDay(DateOnly Day, SessionHours Hours);
