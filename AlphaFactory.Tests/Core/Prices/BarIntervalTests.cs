using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Prices;

public sealed class BarIntervalTests
{
    [Theory]
    [InlineData("1d", 1440)]
    [InlineData("5m", 5)]
    [InlineData("1h", 60)]
    public void Interval_text_round_trips(string text, int minutes)
    {
        Assert.True(BarInterval.TryParse(text, out var interval));
        Assert.Equal(minutes, interval.Minutes);
        Assert.Equal(text, interval.ToString());
    }
}
