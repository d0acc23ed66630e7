using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Fills worked out by hand on bars whose open, high, low and close all differ.</summary>
public sealed class TradingSessionTests
{
    private const double None = double.NaN;

    [Theory]
    [InlineData(FillConvention.NextOpen, 1, 11.0, 3, 15.0)]
    [InlineData(FillConvention.NextClose, 1, 12.0, 3, 16.0)]
    [InlineData(FillConvention.SameClose, 0, 10.5, 2, 14.0)]
    public void A_decision_at_a_close_fills_where_the_convention_says(FillConvention fill, int entryBar, double entry, int exitBar, double exit)
    {
        var bars = TestBars.Of((10, 10.8, 9.9, 10.5), (11, 12.5, 10.7, 12), (13, 14.5, 12.8, 14), (15, 16.5, 14.9, 16));
        var trade = Assert.Single(TestRuns.Trade(bars, TestRuns.Rules(fill), 1, None, 0, None).Trades);
        Assert.Equal((entryBar, entry, exitBar, exit, "signal"), (trade.EntryBar, trade.EntryPrice, trade.ExitBar, trade.ExitPrice, trade.ExitReason));
    }

    [Fact]
    public void Slippage_moves_each_price_against_the_order_and_commission_is_paid_on_both()
    {
        var bars = TestBars.Flat(100, 100, 110, 110);
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(commission: 0.001, slippage: 0.01, capital: 10_200), 1, 0, None, None);
        var trade = Assert.Single(outcome.Trades);
        // 10,200 / (101 x 1.001) = 100.88 shares; bought at 101, sold at 108.90.
        Assert.Equal(100, trade.Quantity);
        Assert.Equal(101, trade.EntryPrice, 1e-12);
        Assert.Equal(108.9, trade.ExitPrice, 1e-12);
        Assert.Equal(10.1 + 10.89, trade.Commission, 1e-9);
        Assert.Equal(100 + 110, trade.Slippage, 1e-9);
        Assert.Equal(790 - 20.99, trade.ProfitAndLoss, 1e-9);
        Assert.Equal(769.01 / 10_100, trade.Return, 1e-12);
        Assert.Equal(10_200 + 769.01, outcome.Equity[^1], 1e-9);
    }

    [Fact]
    public void Size_is_a_share_of_equity_at_the_fill()
    {
        var trade = Assert.Single(TestRuns.Trade(TestBars.Flat(10, 10, 10), TestRuns.Rules(size: 0.5, capital: 1_000), 1, None, None).Trades);
        Assert.Equal(50, trade.Quantity);
    }

    [Fact]
    public void Excursions_are_seen_from_the_entry_price_over_the_bars_held()
    {
        // Entered at the open of bar 1, left at the open of bar 3: the range of bar 3 is not part of the trade.
        var bars = TestBars.Of((100, 300, 1, 100), (100, 104, 95, 102), (102, 120, 101, 110), (105, 500, 2, 105));
        var trade = Assert.Single(TestRuns.Trade(bars, TestRuns.Rules(), 1, None, 0, None).Trades);
        Assert.Equal(-0.05, trade.MaximumAdverseExcursion, 1e-12);
        Assert.Equal(0.20, trade.MaximumFavourableExcursion, 1e-12);
    }

    [Fact]
    public void A_fill_at_the_close_does_not_see_the_range_of_its_own_bar()
    {
        var bars = TestBars.Of((100, 300, 1, 100), (100, 104, 95, 102), (102, 102, 102, 102));
        var trade = Assert.Single(TestRuns.Trade(bars, TestRuns.Rules(FillConvention.SameClose), 1, 0, None).Trades);
        Assert.Equal(-0.05, trade.MaximumAdverseExcursion, 1e-12);
        Assert.Equal(0.04, trade.MaximumFavourableExcursion, 1e-12);
    }

    [Fact]
    public void A_short_position_earns_when_price_falls_and_its_excursions_are_turned_round()
    {
        var bars = TestBars.Of((100, 100, 100, 100), (100, 110, 80, 90), (90, 90, 90, 90));
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(capital: 1_000), -1, 0, None);
        var trade = Assert.Single(outcome.Trades);
        Assert.Equal((-1, 10.0, 100.0), (trade.Side, trade.Quantity, trade.ProfitAndLoss));
        Assert.Equal(-0.1, trade.MaximumAdverseExcursion, 1e-12);
        Assert.Equal(0.2, trade.MaximumFavourableExcursion, 1e-12);
        Assert.Equal([0, -10, 0], outcome.Position);
    }

    [Fact]
    public void Turning_from_long_to_short_is_two_trades_at_one_price()
    {
        var outcome = TestRuns.Trade(TestBars.Flat(100, 100, 120, 110), TestRuns.Rules(capital: 1_000), 1, -1, 0, None);
        Assert.Equal([1, -1], outcome.Trades.Select(trade => trade.Side));
        Assert.Equal([200.0, 100.0], outcome.Trades.Select(trade => trade.ProfitAndLoss));
        Assert.Equal(2, outcome.Trades[1].EntryBar);
    }

    [Fact]
    public void A_larger_target_adds_to_the_same_trade_and_a_smaller_one_takes_from_it()
    {
        var outcome = TestRuns.Trade(TestBars.Flat(100, 100, 125, 125, 125), TestRuns.Rules(capital: 1_000, fractional: true), 0.5, 1, 0.5, 0, None);
        var trade = Assert.Single(outcome.Trades);
        // 5 shares at 100, then 1,125 / 125 = 9 in all: 4 more at 125; half of 1,125 leaves 4.5, then none.
        Assert.Equal(9, trade.Quantity, 1e-9);
        Assert.Equal(1000.0 / 9, trade.EntryPrice, 1e-9);
        Assert.Equal(125, trade.ProfitAndLoss, 1e-9);
        Assert.Equal([0, 5, 9, 4.5, 0], outcome.Position);
    }

    [Fact]
    public void A_target_that_does_not_change_is_not_rebalanced()
    {
        var outcome = TestRuns.Trade(TestBars.Flat(100, 100, 200, 50, 100), TestRuns.Rules(size: 0.5, capital: 1_000), 1, 1, 1, 1, 1);
        Assert.Equal([0, 5, 5, 5, 5], outcome.Position);
    }

    [Fact]
    public void No_opinion_keeps_what_is_held() =>
        Assert.Equal([0, 10, 10, 10], TestRuns.Trade(TestBars.Flat(100, 100, 100, 100), TestRuns.Rules(capital: 1_000), 1, None, None, None).Position);

    [Fact]
    public void A_position_at_the_end_stays_open_and_is_marked_at_the_close()
    {
        var outcome = TestRuns.Trade(TestBars.Of((10, 10, 10, 10), (10, 15, 9, 14)), TestRuns.Rules(commission: 0.01, capital: 1_010), 1, None);
        var trade = Assert.Single(outcome.Trades);
        Assert.True(trade.IsOpen);
        Assert.Equal((1, 14.0), (trade.ExitBar, trade.ExitPrice));
        Assert.Equal(400 - 10, trade.ProfitAndLoss, 1e-9);
    }

    [Fact]
    public void A_decision_on_the_last_bar_has_no_bar_to_fill_on() =>
        Assert.Empty(TestRuns.Trade(TestBars.Flat(10, 10), TestRuns.Rules(), None, 1).Trades);

    [Fact]
    public void An_order_below_one_share_is_counted_and_not_filled()
    {
        var outcome = TestRuns.Trade(TestBars.Flat(5_000, 5_000, 5_000), TestRuns.Rules(capital: 1_000), 1, None, None);
        Assert.Empty(outcome.Trades);
        Assert.Equal(1, outcome.OrdersTooSmall);
    }

    [Fact]
    public void A_short_position_that_costs_more_than_there_is_ends_the_run()
    {
        var outcome = TestRuns.Trade(TestBars.Flat(100, 100, 250, 50, 50), TestRuns.Rules(capital: 1_000), -1, None, 0, 1, 1);
        Assert.Equal(2, outcome.RuinedAt);
        Assert.Equal("risk", Assert.Single(outcome.Trades).ExitReason);
        Assert.Equal([1_000, 1_000, -500, -500, -500], outcome.Equity);
    }

    [Fact]
    public void Cancelling_stops_between_bars()
    {
        using var source = new CancellationTokenSource();
        var progress = new Stopper(source);
        var session = new AlphaFactory.Engine.Backtesting.TradingSession(TestBars.Random(1, 3_000), TestRuns.Rules());
        Assert.Throws<OperationCanceledException>(() => session.Run(new double[3_000], progress, source.Token));
        Assert.Equal(500, progress.Last);
    }

    private sealed class Stopper(CancellationTokenSource source) : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value)
        {
            Last = value;
            source.Cancel();
        }
    }
}
