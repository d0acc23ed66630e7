using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Drawdowns;

namespace AlphaFactory.Tests.Core.Statistics.Drawdowns;

public sealed class DrawdownTests
{
    private static readonly Performance s_run = Performance.FromEquity(100, [90, 95, 100, 120, 120, 60, 90, 120, 130, 104]);

    [Fact]
    public void Falls_come_in_order_with_peak_bottom_and_recovery() => Assert.Equal(
        [new(-1, 0, 2, 1, 90.0 / 100 - 1), new(3, 5, 7, 6, 60.0 / 120 - 1), new(8, 9, null, 9, 104.0 / 130 - 1)],
        Drawdown.All(s_run));

    [Fact]
    public void Lengths_count_from_the_peak_and_an_open_fall_to_the_last_day()
    {
        var falls = Drawdown.All(s_run);
        Assert.Equal([(1, (int?)2, 3, false), (2, 2, 4, false), (1, null, 1, true)], falls.Select(fall => (fall.DaysDown, fall.DaysUp, fall.Length, fall.IsOpen)));
    }

    [Fact]
    public void The_worst_come_first()
    {
        Assert.Equal([5, 9], Drawdown.Worst(s_run, 2).Select(fall => fall.Trough).Order());
        Assert.Equal(5, Drawdown.Deepest(s_run)!.Trough);
    }

    [Fact]
    public void A_series_that_only_rises_has_none()
    {
        Assert.Empty(Drawdown.All(Performance.FromReturns([0.01, 0, 0.02])));
        Assert.Null(Drawdown.Deepest(Performance.FromReturns([])));
    }
}
