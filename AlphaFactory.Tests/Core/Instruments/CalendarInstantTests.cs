using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Instruments;

public sealed class CalendarInstantTests
{
    private static readonly TradingCalendar Calendar = TradingCalendar.Nyse;

    [Fact]
    public void On_every_day_of_the_calendar_the_exchange_is_open_from_its_opening_to_its_close_and_at_no_other_time()
    {
        DateTimeOffset? lastClose = null;
        for (var day = TradingCalendar.FirstDay; day <= TradingCalendar.LastDay; day = day.AddDays(1))
        {
            if (!Calendar.IsSession(day))
            {
                Assert.False(Calendar.IsOpen(Calendar.At(day, new TimeOnly(12, 0))), $"{day}");
                continue;
            }

            var (open, close) = Calendar.SessionHours(day);
            Assert.False(Calendar.IsOpen(open.AddTicks(-1)), $"{day}");
            Assert.True(Calendar.IsOpen(open), $"{day}");
            Assert.True(Calendar.IsOpen(close.AddTicks(-1)), $"{day}");
            Assert.False(Calendar.IsOpen(close), $"{day}");
            Assert.Equal(close, Calendar.NextClose(open));
            if (lastClose is { } before)
            {
                Assert.Equal(open, Calendar.NextOpen(before));
                Assert.Equal(day, Calendar.CurrentOrNext(before)!.Value.Day);
            }

            lastClose = close;
        }

        Assert.Null(Calendar.NextOpen(lastClose!.Value));
        Assert.Null(Calendar.NextClose(lastClose.Value));
        Assert.Null(Calendar.CurrentOrNext(lastClose.Value));
    }

    [Fact]
    public void An_opening_at_the_instant_itself_is_not_the_next_one()
    {
        var open = Calendar.SessionHours(new(2024, 7, 3)).Open;
        Assert.Equal(Calendar.SessionHours(new(2024, 7, 5)).Open, Calendar.NextOpen(open));
        Assert.Equal(open, Calendar.NextOpen(open.AddTicks(-1)));
    }

    [Theory]
    [InlineData("1d", "2024-07-03T00:00:00Z", "2024-07-03T13:30:00Z", "2024-07-03T17:00:00Z")] // early close
    [InlineData("1d", "2024-01-03T00:00:00Z", "2024-01-03T14:30:00Z", "2024-01-03T21:00:00Z")]
    [InlineData("5m", "2024-01-03T20:55:00Z", "2024-01-03T20:55:00Z", "2024-01-03T21:00:00Z")]
    [InlineData("1h", "2024-01-03T20:30:00Z", "2024-01-03T20:30:00Z", "2024-01-03T21:00:00Z")] // the last half hour of a day of six and a half
    [InlineData("1h", "2024-01-03T12:30:00Z", "2024-01-03T12:30:00Z", "2024-01-03T13:30:00Z")] // before the session
    public void A_bar_closes_with_its_length_or_with_its_session(string interval, string start, string opening, string closing)
    {
        Assert.True(BarInterval.TryParse(interval, out var length));
        long time = Instant(start).ToUnixTimeMilliseconds();
        Assert.Equal(Instant(opening), Calendar.OpeningOf(length, time));
        Assert.Equal(Instant(closing), Calendar.ClosingOf(length, time));
    }

    [Fact]
    public void Clocks_at_the_exchange_show_half_past_nine_at_every_opening_summer_and_winter()
    {
        long[] opens = [.. Calendar.SessionsBetween(new(2005, 1, 1), new(2012, 12, 31)).Select(day => Calendar.SessionHours(day).Open.ToUnixTimeMilliseconds())];
        long[] wall = new long[opens.Length];
        Calendar.WallClock(opens, wall);
        Assert.All(wall, time => Assert.Equal(new TimeOnly(9, 30), TimeOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(time).UtcDateTime)));
        Assert.Equal([TimeSpan.FromHours(-5), TimeSpan.FromHours(-4)], opens.Select(open => Calendar.WallClock(DateTimeOffset.FromUnixTimeMilliseconds(open)).Offset).Distinct());
        Assert.Throws<ArgumentException>(() => Calendar.WallClock(opens, new long[1]));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
