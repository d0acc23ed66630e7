using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Features.Live;

namespace AlphaFactory.Tests.Web.Features.Live;

public sealed class LiveChartOptionsTests
{
    private static readonly DateOnly s_day = new(2024, 12, 30);
    private static readonly DateTimeOffset s_open = TradingCalendar.Nyse.SessionHours(s_day).Open;

    [Fact]
    public void New_points_come_with_their_numbers_so_that_none_is_drawn_twice_or_missed()
    {
        var options = LiveChartOptions.Of(One(), day: false);
        Assert.Equal([[7, Milliseconds(-10), 100_000], [8, Milliseconds(5), 100_200]], options.Points);
        Assert.Equal((100_000, false, null), (options.Floor!.Value, options.Filled, options.Session));
    }

    [Fact]
    public void A_days_curve_begins_at_its_opening_and_at_nothing_made()
    {
        var options = LiveChartOptions.Of(One(), day: true);
        // 300 of 100,200 were made today, so the day began at 99,900.
        Assert.Equal([[8, Milliseconds(5), 300]], options.Points);
        Assert.Equal((0, true), (options.Floor!.Value, options.Filled));
        Assert.Equal(6.5 * 3_600_000, options.Session![1] - options.Session[0]);
        Assert.Contains("day=2024-12-30&start=99900", options.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Executions_are_given_oldest_first_with_their_side()
    {
        var fills = LiveChartOptions.Of(One() with { Fills = [Fill("2", OrderSide.Sell, 6), Fill("1", OrderSide.Buy, 5)] }, day: false).Fills;
        Assert.Equal([$"{Milliseconds(5)} 1 1", $"{Milliseconds(6)} -1 2"], fills.Select(fill => string.Join(' ', fill)));
    }

    [Fact]
    public void Options_without_anything_new_are_the_same_and_nothing_is_sent()
    {
        var quiet = One() with { NewEquity = EquityPoints.None };
        Assert.Equal(LiveChartOptions.Of(quiet, day: false), LiveChartOptions.Of(quiet, day: false));
        Assert.NotEqual(LiveChartOptions.Of(quiet, day: false), LiveChartOptions.Of(quiet, day: true));
        Assert.NotEqual(LiveChartOptions.Of(quiet, day: false), LiveChartOptions.Of(One(), day: false));
    }

    private static double Milliseconds(int minutes) => s_open.AddMinutes(minutes).ToUnixTimeMilliseconds();

    private static DeploymentFrame One() => StagedDesk.Running("a") with
    {
        Day = s_day,
        Equity = 100_200,
        DayPnl = 300,
        NewEquity = new EquityPoints(7, [s_open.AddMinutes(-10), s_open.AddMinutes(5)], [100_000, 100_200]),
    };

    private static FillFrame Fill(string id, OrderSide side, int minutes) => new(id, "r", s_open.AddMinutes(minutes), "DEMO-CHIP", side, 5, 100, 1, "signal");
}
