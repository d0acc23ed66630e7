using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class ChartWindowTests
{
    private static readonly long[] s_times = [10, 20, 30, 40, 50];

    [Theory]
    [InlineData(20, 40, 0, 5)]
    [InlineData(21, 39, 1, 3)]
    [InlineData(0, 100, 0, 5)]
    [InlineData(60, 100, 4, 1)]
    [InlineData(0, 5, 0, 1)]
    public void Rows_of_a_window_reach_one_beyond_its_edges(long from, long to, int start, int count) =>
        Assert.Equal((start, count), new ChartWindow(from, to, 1000).RowsOf(s_times));

    [Theory]
    [InlineData(5L, 1L, null)]
    [InlineData(null, null, 3)]
    [InlineData(null, null, 1_000_000)]
    public void A_window_that_cannot_be_drawn_is_refused_in_words(long? from, long? to, int? points)
    {
        Assert.Null(ChartWindow.Read(from, to, points, out string fault));
        Assert.NotEmpty(fault);
    }
}
