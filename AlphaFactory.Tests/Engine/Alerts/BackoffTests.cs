using AlphaFactory.Engine.Alerts.Sending;

namespace AlphaFactory.Tests.Engine.Alerts;

public sealed class BackoffTests
{
    [Fact]
    public void Each_wait_is_at_least_as_long_as_the_one_before_and_an_hour_at_most()
    {
        TimeSpan[] waits = [.. Enumerable.Range(1, 50).Select(attempts => Backoff.After(attempts, null))];
        Assert.Equal(waits.Order(), waits);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)), (waits[0], waits[^1]));
    }

    [Theory]
    [InlineData(1, 1, 5)] // shorter than our own: ours counts
    [InlineData(1, 30, 30)]
    [InlineData(4, 30, 120)]
    [InlineData(1, 900_000, 86_400)] // more than a day is not believed
    public void What_the_other_side_asks_for_is_never_undercut(int attempts, int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(attempts, TimeSpan.FromSeconds(asked)));
}
