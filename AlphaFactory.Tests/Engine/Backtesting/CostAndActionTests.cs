using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Commission models, borrowing, the volume cap, dividends, splits and delisting worked out by hand.</summary>
public sealed class CostAndActionTests
{
    private const double None = double.NaN;

    [Fact]
    public void A_commission_with_a_minimum_is_paid_out_of_the_cash_that_is_there()
    {
        var trade = Assert.Single(TestRuns.Trade(TestBars.Flat(100, 100, 100), TestRuns.Rules(capital: 1_000) with { Commission = new IbFixedCommission() }, 1, 0, None).Trades);
        // Ten shares and a dollar are more than there is, so nine; the dollar is paid on each side.
        Assert.Equal((9.0, 2.0), (trade.Quantity, trade.Commission));
    }

    [Fact]
    public void An_order_moves_the_price_by_its_share_of_the_volume()
    {
        var bars = Bars(PriceAdjustment.Split, [10, 10, 10], volume: 1_000);
        var trade = Assert.Single(TestRuns.Trade(bars, TestRuns.Rules(capital: 5_000) with { Slippage = new VolumeShareSlippage { Impact = 0.1 } }, 1, None, None).Trades);
        // 500 shares would be half the volume: 10 x (1 + 0.1 x 0.25) = 10.25 buys 487; those pay 10 x (1 + 0.1 x 0.487²).
        Assert.Equal(487, trade.Quantity);
        Assert.Equal(10 * (1 + (0.1 * 0.487 * 0.487)), trade.EntryPrice, 1e-12);
    }

    [Fact]
    public void An_order_above_its_share_of_the_volume_is_cut_and_counted_and_an_exit_is_not()
    {
        var bars = Bars(PriceAdjustment.Split, [10, 10, 10, 10], volume: 30);
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000) with { VolumeCapFraction = 0.25 }, 1, 0, None, None);
        Assert.Equal(7, Assert.Single(outcome.Trades).Quantity);
        Assert.Equal((1, 0), (outcome.OrdersCutByVolume, outcome.OrdersTooSmall));
        Assert.Equal([0, 7, 0, 0], outcome.Position);
    }

    [Fact]
    public void On_a_bar_without_volume_nothing_is_entered_under_a_cap()
    {
        var outcome = TestRuns.Trade(Bars(PriceAdjustment.Split, [10, 10, 10], volume: 0), TestRuns.Rules() with { VolumeCapFraction = 0.25 }, 1, None, None);
        Assert.Empty(outcome.Trades);
        Assert.Equal(1, outcome.OrdersCutByVolume);
    }

    [Fact]
    public void A_short_position_pays_for_every_calendar_night()
    {
        long[] days = [Day(2024, 1, 4), Day(2024, 1, 5), Day(2024, 1, 8), Day(2024, 1, 9)];
        var bars = Bars(PriceAdjustment.Split, [100, 100, 120, 120], days: days);
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000) with { BorrowFraction = 0.365 }, -1, None, 0, None);
        var trade = Assert.Single(outcome.Trades);
        // Sold on Friday, bought back on Tuesday: three nights at 10 x 100 and one at 10 x 120, a thousandth a day.
        Assert.Equal(3 + 1.2, trade.Borrow, 1e-9);
        Assert.Equal(-200, trade.ProfitAndLoss, 1e-9);
        Assert.Equal(1_000 - 200 - 4.2, outcome.Equity[^1], 1e-9);
    }

    [Fact]
    public void A_long_position_pays_nothing_for_borrowing() =>
        Assert.Equal(0, TestRuns.Trade(TestBars.Flat(10, 10, 10, 10), TestRuns.Rules() with { BorrowFraction = 1 }, 1, None, None, None).Borrow);

    [Fact]
    public void A_dividend_is_paid_on_the_shares_held_overnight()
    {
        var bars = Bars(PriceAdjustment.Raw, [100, 100, 98, 98], new CorporateAction(Dawn(2), 2, 1));
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000), 1, None, None, None);
        var trade = Assert.Single(outcome.Trades);
        Assert.Equal((20.0, -20.0), (trade.Dividends, trade.ProfitAndLoss));
        Assert.Equal([1_000, 1_000, 1_000, 1_000], outcome.Equity);
    }

    [Fact]
    public void One_who_sells_at_the_open_of_the_ex_date_has_the_dividend_and_one_who_buys_there_has_not()
    {
        var bars = Bars(PriceAdjustment.Raw, [100, 100, 98, 98], new CorporateAction(Dawn(2), 2, 1));
        Assert.Equal(20, TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000), 1, 0, None, None).Dividends);
        Assert.Equal(0, TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000), None, 1, None, None).Dividends);
    }

    [Fact]
    public void A_short_position_pays_the_dividend()
    {
        var bars = Bars(PriceAdjustment.Raw, [100, 100, 98, 98], new CorporateAction(Dawn(2), 2, 1));
        Assert.Equal(-20, TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000), -1, None, None, None).Dividends);
    }

    [Fact]
    public void A_split_changes_shares_and_levels_and_no_money()
    {
        var bars = Bars(PriceAdjustment.Raw, [100, 100, 25, 24, 23], new CorporateAction(Dawn(2), 0, 4));
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000) with { Exits = new ExitRules { StopFraction = 0.05 } }, 1, None, None, None, None);
        var trade = Assert.Single(outcome.Trades);
        Assert.Equal([0, 10, 40, 40, 0], outcome.Position);
        // The stop of 95 is 23.75 after the split; the last bar opens below it.
        Assert.Equal((40.0, 25.0, 23.75, 23.0, "stop"), (trade.Quantity, trade.EntryPrice, trade.FirstStop!.Value, trade.ExitPrice, trade.ExitReason));
        Assert.Equal(-80, trade.ProfitAndLoss, 1e-9);
        Assert.Equal([1_000, 1_000, 1_000, 960, 920], outcome.Equity);
    }

    [Fact]
    public void A_delisted_share_is_settled_at_its_last_price_without_costs()
    {
        var bars = Bars(PriceAdjustment.Split, [100, 100, 90, 80], delisted: true);
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(capital: 1_100, commission: 0.001, slippage: 0.01), 1, None, None, 1);
        var trade = Assert.Single(outcome.Trades);
        Assert.Equal((3, 80.0, "delisted"), (trade.ExitBar, trade.ExitPrice, trade.ExitReason));
        Assert.Equal(101 * trade.Quantity * 0.001, trade.Commission, 1e-9);
        Assert.Equal(0, outcome.Position[^1]);
    }

    [Fact]
    public void A_run_that_ends_before_the_delisting_knows_nothing_of_it() =>
        Assert.True(Assert.Single(TestRuns.Trade(Bars(PriceAdjustment.Split, [100, 100, 90, 80], delisted: true).Slice(0, 3), TestRuns.Rules(), 1, None, None).Trades).IsOpen);

    private static BarSeries Bars(PriceAdjustment adjustment, double[] prices, CorporateAction? action = null, double volume = 1e6, long[]? days = null, bool delisted = false)
    {
        var plain = TestBars.Flat(prices);
        double[] column = plain.Close.ToArray();
        var identity = plain.Identity with { Adjustment = adjustment, DelistedOn = delisted ? plain.DateAt(prices.Length - 1) : null };
        return new BarSeries(identity, days ?? plain.Times.ToArray(), column, column, column, column, [.. Enumerable.Repeat(volume, prices.Length)]) { Actions = action is { } one ? [one] : [] };
    }

    private static long Dawn(int bar) => TestBars.Flat(1, 1, 1, 1, 1).Times[bar];

    private static long Day(int year, int month, int day) => new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
