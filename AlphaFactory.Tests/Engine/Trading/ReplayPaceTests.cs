using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Trading.Replay;

namespace AlphaFactory.Tests.Engine.Trading;

public sealed class ReplayPaceTests
{
    [Theory]
    [InlineData(1, 6.5 * 3600)]
    [InlineData(60, 390)]
    [InlineData(1000, 23.4)]
    public void A_session_takes_its_length_by_the_speed(double speed, double seconds)
    {
        var hours = TradingCalendar.Nyse.SessionHours(new(2024, 3, 4));
        Assert.Equal(seconds, new ReplayPace(speed, TimeProvider.System).Wait(hours.Open, hours.Close).TotalSeconds, 6);
    }

    [Fact]
    public void Nights_week_ends_and_holidays_take_no_time_and_an_early_close_is_early()
    {
        var pace = new ReplayPace(1, TimeProvider.System);
        var calendar = TradingCalendar.Nyse;
        Assert.Equal(TimeSpan.Zero, pace.Wait(calendar.SessionHours(new(2024, 3, 1)).Close, calendar.SessionHours(new(2024, 3, 4)).Open));
        Assert.Equal(TimeSpan.FromHours(3.5 + 6.5), pace.Wait(calendar.SessionHours(new(2024, 7, 3)).Open, calendar.SessionHours(new(2024, 7, 5)).Close));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.99)]
    [InlineData(1001)]
    [InlineData(double.NaN)]
    public void A_speed_outside_the_range_is_refused_with_the_range(double speed) =>
        Assert.Contains("from 1 to 1000", Assert.Throws<ArgumentOutOfRangeException>(() => new ReplayPace(speed, TimeProvider.System)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_clock_of_a_replay_never_goes_back_and_has_no_timers()
    {
        var start = new DateTimeOffset(2024, 3, 4, 14, 30, 0, TimeSpan.Zero);
        var clock = new VirtualClock(start);
        clock.MoveTo(start.AddMinutes(1));
        clock.MoveTo(start);
        Assert.Equal(start.AddMinutes(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(1), clock.GetElapsedTime(start.UtcTicks));
        Assert.Throws<NotSupportedException>(() => clock.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero));
    }
}
