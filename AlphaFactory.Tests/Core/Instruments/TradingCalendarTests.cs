using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Core.Instruments;

public sealed class TradingCalendarTests
{
    private static readonly TradingCalendar Calendar = TradingCalendar.Nyse;

    [Fact]
    public void Every_listed_closure_and_early_close_is_known_and_there_are_no_others()
    {
        var listed = File.ReadLines(SharedData.Require("data/holidays.csv")).Skip(1).Select(line => line.Split(','))
            .ToLookup(row => row[1], row => DateOnly.ParseExact(row[0], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        DateOnly[] weekdays = [.. Days(TradingCalendar.FirstDay, TradingCalendar.LastDay).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];

        Assert.Equal(291, listed["closed"].Count());
        Assert.Equal(listed["closed"].Order(), weekdays.Where(d => !Calendar.IsSession(d)));
        Assert.Equal(listed["early_close"].Order(), weekdays.Where(d => d.Year >= 1999 && Calendar.IsEarlyClose(d)));
    }

    [Fact]
    public void The_demo_period_has_2516_sessions() =>
        Assert.Equal(2516, Calendar.SessionsBetween(new(2015, 1, 2), new(2024, 12, 31)).Count());

    [Theory]
    [InlineData("2024-03-08", "2024-03-08T14:30:00Z", "2024-03-08T21:00:00Z")] // Friday before the clock change
    [InlineData("2024-03-11", "2024-03-11T13:30:00Z", "2024-03-11T20:00:00Z")]
    [InlineData("2024-11-01", "2024-11-01T13:30:00Z", "2024-11-01T20:00:00Z")]
    [InlineData("2024-11-04", "2024-11-04T14:30:00Z", "2024-11-04T21:00:00Z")]
    [InlineData("2006-03-31", "2006-03-31T14:30:00Z", "2006-03-31T21:00:00Z")] // before 2007 the clocks changed in April
    [InlineData("2006-04-03", "2006-04-03T13:30:00Z", "2006-04-03T20:00:00Z")]
    [InlineData("2024-12-24", "2024-12-24T14:30:00Z", "2024-12-24T18:00:00Z")] // early close
    public void Session_hours_follow_daylight_saving(string day, string open, string close)
    {
        SessionHours hours = Calendar.SessionHours(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(open, CultureInfo.InvariantCulture), hours.Open);
        Assert.Equal(DateTimeOffset.Parse(close, CultureInfo.InvariantCulture), hours.Close);
    }

    [Fact]
    public void Every_session_lasts_six_and_a_half_or_three_and_a_half_hours_and_stays_on_its_day()
    {
        foreach (DateOnly day in Calendar.SessionsBetween(TradingCalendar.FirstDay, TradingCalendar.LastDay))
        {
            SessionHours hours = Calendar.SessionHours(day);
            Assert.Equal(Calendar.IsEarlyClose(day) ? 210 : 390, (hours.Close - hours.Open).TotalMinutes);
            Assert.Equal(day, Calendar.DayAt(hours.Open));
            Assert.Equal(day, Calendar.DayAt(hours.Close));
        }
    }

    [Fact]
    public void Sessions_of_a_range_are_its_sessions_in_order_and_ranges_add_up()
    {
        int span = TradingCalendar.LastDay.DayNumber - TradingCalendar.FirstDay.DayNumber;
        var day = Gen.Choose(0, span).Select(n => TradingCalendar.FirstDay.AddDays(n));
        Prop.ForAll(Gen.Three(day).ToArbitrary(), days =>
        {
            DateOnly[] sorted = [days.Item1, days.Item2, days.Item3];
            Array.Sort(sorted);
            var whole = Calendar.SessionsBetween(sorted[0], sorted[2]).ToList();
            var parts = Calendar.SessionsBetween(sorted[0], sorted[1]).Concat(Calendar.SessionsBetween(sorted[1].AddDays(1), sorted[2])).ToList();
            return whole.SequenceEqual(parts) && whole.All(Calendar.IsSession);
        }).Check(Config.QuickThrowOnFailure.WithReplay(1, 1));
    }

    [Fact]
    public void No_gap_between_sessions_is_longer_than_the_week_after_September_11() =>
        Assert.Equal(7, Calendar.SessionsBetween(TradingCalendar.FirstDay, TradingCalendar.LastDay)
            .Zip(Calendar.SessionsBetween(TradingCalendar.FirstDay, TradingCalendar.LastDay).Skip(1), (a, b) => b.DayNumber - a.DayNumber).Max());

    [Fact]
    public void A_day_outside_the_calendar_is_refused_with_the_range()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsSession(new(2029, 1, 2)));
        Assert.Contains("1998-01-01 to 2028-12-31", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.SessionHours(new(2024, 12, 25)));
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
