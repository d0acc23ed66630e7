using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Tests.Web.Components;

public sealed class ProgressRateTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_sign_of_life_gives_no_rate()
    {
        ProgressRate rate = new();
        rate.Add(Start, 100);

        Assert.Null(rate.PerSecond);
        Assert.Null(rate.Left(1000));
    }

    [Fact]
    public void The_rate_is_that_of_the_last_ten_seconds()
    {
        ProgressRate rate = new();
        rate.Add(Start, 0);
        rate.Add(Start.AddSeconds(60), 60);
        rate.Add(Start.AddSeconds(65), 560);

        Assert.Equal(100, rate.PerSecond);
        Assert.Equal(TimeSpan.FromSeconds(4), rate.Left(960));
    }

    [Fact]
    public void A_run_that_starts_again_begins_anew()
    {
        ProgressRate rate = new();
        rate.Add(Start, 0);
        rate.Add(Start.AddSeconds(5), 500);
        rate.Add(Start.AddSeconds(6), 10);

        Assert.Null(rate.PerSecond);
    }
}
