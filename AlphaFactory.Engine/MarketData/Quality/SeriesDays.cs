using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Quality;

/// <summary>Trading days of stored bars.</summary>
internal static class SeriesDays
{
    /// <summary>The trading day of a bar: its date when daily, the exchange's date otherwise.</summary>
    public static DateOnly Of(DateTimeOffset time, BarInterval interval) =>
        interval.IsDaily ? DateOnly.FromDateTime(time.UtcDateTime) : TradingCalendar.Nyse.DayAt(time);

    /// <summary>Bars the sessions of a closed range make; null where the calendar does not reach.</summary>
    public static long? ExpectedBars(DateOnly first, DateOnly last, BarInterval interval)
    {
        if (!TradingCalendar.Covers(first) || !TradingCalendar.Covers(last))
        {
            return null;
        }

        IEnumerable<DateOnly> sessions = TradingCalendar.Nyse.SessionsBetween(first, last);
        return interval.IsDaily ? sessions.Count() : sessions.Sum(day => (long)Math.Ceiling((TradingCalendar.Nyse.IsEarlyClose(day) ? 210.0 : 390.0) / interval.Minutes));
    }
}
