using AlphaFactory.Engine.Alerts;

namespace AlphaFactory.Tests.Engine.Alerts;

public sealed class QuietHoursTests
{
    private static readonly QuietHours s_night = new(new TimeOnly(22, 0), new TimeOnly(7, 0), "Europe/Berlin");

    [Theory]
    [InlineData("2026-01-05T20:59:59Z", null)] // 21:59:59 there
    [InlineData("2026-01-05T21:00:00Z", "2026-01-06T06:00:00Z")]
    [InlineData("2026-01-06T05:59:59Z", "2026-01-06T06:00:00Z")]
    [InlineData("2026-01-06T06:00:00Z", null)]
    [InlineData("2026-07-05T21:00:00Z", "2026-07-06T05:00:00Z")] // in summer an hour earlier by UTC
    [InlineData("2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z")] // the night the clocks jump
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25T06:00:00Z")] // the night they go back
    public void A_night_ends_in_the_morning_of_its_own_clocks(string now, string? end) =>
        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end, null), s_night.EndAfter(DateTimeOffset.Parse(now, null)));

    [Theory]
    [InlineData("2026-01-05T11:59:00Z", null)]
    [InlineData("2026-01-05T12:00:00Z", "2026-01-05T14:00:00Z")]
    [InlineData("2026-01-05T14:00:00Z", null)]
    public void A_stretch_within_a_day_ends_on_that_day(string now, string? end) =>
        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end, null), new QuietHours(new TimeOnly(12, 0), new TimeOnly(14, 0), "UTC").EndAfter(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void The_end_always_lies_ahead_also_where_the_clocks_show_a_time_twice_or_never()
    {
        foreach (string zone in (string[])["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"])
        {
            foreach (var quiet in (QuietHours[])[new(new TimeOnly(22, 0), new TimeOnly(2, 30), zone), new(new TimeOnly(1, 15), new TimeOnly(2, 15), zone), new(new TimeOnly(3, 0), new TimeOnly(3, 0), zone)])
            {
                for (var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); now.Year == 2026; now = now.AddMinutes(37))
                {
                    var end = quiet.EndAfter(now);
                    Assert.True(end is null || (end > now && end - now <= TimeSpan.FromHours(26)), $"{quiet} at {now:O} ends at {end:O}");
                }
            }
        }
    }

    [Fact]
    public void A_time_zone_nobody_knows_is_a_fault_with_a_remedy()
    {
        Assert.Null(QuietHours.ZoneFault("Europe/Berlin"));
        Assert.Contains("Europe/Berlin", QuietHours.ZoneFault("Mars/Olympus"), StringComparison.Ordinal);
    }
}
