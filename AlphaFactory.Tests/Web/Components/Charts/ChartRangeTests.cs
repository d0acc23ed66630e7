using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class ChartRangeTests
{
    private static readonly long s_first = At(2020, 1, 1), s_last = At(2024, 12, 31);

    [Theory]
    [InlineData("1Y", "2023-12-31", "2024-12-31")]
    [InlineData("1W", "2024-12-24", "2024-12-31")]
    [InlineData("5Y", "2020-01-01", "2024-12-31")]
    [InlineData("All", "2020-01-01", "2024-12-31")]
    [InlineData("2021-03-01~2021-06-30", "2021-03-01", "2021-06-30")]
    [InlineData("2031-03-01~2031-06-30", "2020-01-01", "2024-12-31")]
    [InlineData("nonsense", "2020-01-01", "2024-12-31")]
    public void A_word_means_a_part_of_the_series(string word, string from, string to)
    {
        var (start, end) = ChartRange.Of(word, s_first, s_last);
        Assert.Equal((from, to), (Day(start), Day(end)));
    }

    [Fact]
    public void A_link_names_the_series_and_each_indicator_once() => Assert.Equal(
        "indicators?symbol=ACME&interval=5m&source=csv&show=macd_12_26_9,rsi_14",
        IndicatorLink.To(new SeriesKey("ACME", BarInterval.FiveMinutes, "csv"), "macd_hist_12_26_9", "macd_signal_12_26_9", "rsi_14"));

    private static long At(int year, int month, int day) => new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static string Day(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
