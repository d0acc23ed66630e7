using AlphaFactory.Core.Exits;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Stops, targets and the time stop worked out by hand.</summary>
public sealed class ExitTests
{
    private const double None = double.NaN;

    private static readonly ExitRules s_stop = new() { StopFraction = 0.05 };

    private static readonly (double, double, double, double) s_start = (100, 100, 100, 100);

    [Fact]
    public void A_stop_that_is_touched_fills_at_its_level() =>
        Assert.Equal((2, 95.0, "stop"), Exit(s_stop, 1, s_start, (100, 101, 99, 100), (99, 99, 95, 96)));

    [Fact]
    public void A_bar_that_opens_beyond_the_stop_fills_at_its_open() =>
        Assert.Equal((2, 90.0, "stop"), Exit(s_stop, 1, s_start, (100, 101, 99, 100), (90, 96, 89, 95)));

    [Fact]
    public void A_stop_of_the_next_bar_does_not_see_the_entry_bar() =>
        Assert.Equal((2, 93.0, "stop"), Exit(s_stop, 1, s_start, (100, 101, 80, 94), (93, 99, 92, 99)));

    [Fact]
    public void A_stop_from_the_entry_bar_sees_it() =>
        Assert.Equal((1, 95.0, "stop"), Exit(s_stop with { StopsFrom = StopsFrom.EntryBar }, 1, s_start, (100, 101, 80, 94), (93, 99, 92, 99)));

    [Fact]
    public void A_target_fills_at_its_level_or_at_a_better_open()
    {
        var target = new ExitRules { TakeProfitFraction = 0.1 };
        var (bar, price, reason) = Exit(target, 1, s_start, (100, 101, 99, 100), (105, 112, 104, 110));
        Assert.Equal((2, "take-profit"), (bar, reason));
        Assert.Equal(110, price, 1e-12);
        Assert.Equal((2, 115.0, "take-profit"), Exit(target, 1, s_start, (100, 101, 99, 100), (115, 116, 114, 115)));
    }

    [Fact]
    public void Both_touched_in_one_bar_is_the_stop_unless_told_otherwise()
    {
        var both = s_stop with { TakeProfitFraction = 0.125 };
        Assert.Equal((2, 95.0, "stop"), Exit(both, 1, s_start, s_start, (100, 120, 90, 100)));
        Assert.Equal((2, 112.5, "take-profit"), Exit(both with { BothTouched = BothTouched.Optimistic }, 1, s_start, s_start, (100, 120, 90, 100)));
    }

    [Fact]
    public void A_signal_due_at_the_open_goes_before_the_stop()
    {
        var outcome = Trade(s_stop, [1, 0, None], s_start, s_start, (94, 95, 90, 92));
        Assert.Equal((2, 94.0, "signal"), Left(outcome));
    }

    [Fact]
    public void A_signal_due_at_the_close_comes_after_the_stop()
    {
        var outcome = Trade(s_stop, TestRuns.Rules(FillConvention.NextClose, capital: 1_000), [1, 0, None], s_start, s_start, (100, 100, 90, 92));
        Assert.Equal((2, 95.0, "stop"), Left(outcome));
    }

    [Fact]
    public void A_short_position_is_the_mirror_image()
    {
        Assert.Equal((2, 105.0, "stop"), Exit(s_stop, -1, s_start, s_start, (101, 106, 100, 104)));
        Assert.Equal((2, 108.0, "stop"), Exit(s_stop, -1, s_start, s_start, (108, 109, 104, 106)));
        Assert.Equal((2, 87.5, "take-profit"), Exit(new ExitRules { TakeProfitFraction = 0.125 }, -1, s_start, s_start, (95, 96, 85, 90)));
        // Trailing: the best price is the low of 80, so 10 % above it is 88.
        Assert.Equal((3, 88.0, "trailing-stop"), Exit(new ExitRules { TrailingFraction = 0.1 }, -1, s_start, (100, 100, 95, 95), (90, 90, 80, 85), (86, 90, 84, 88)));
    }

    [Fact]
    public void A_trailing_stop_follows_closed_bars_only()
    {
        var trailing = new ExitRules { TrailingFraction = 0.1 };
        // The bar that makes the high of 130 falls to 116 itself: its own high does not count yet, the stop is still 90.
        Assert.Equal((3, 117.0, "trailing-stop"), Exit(trailing, 1, s_start, s_start, (100, 130, 99, 125), (122, 123, 110, 112)));
    }

    [Fact]
    public void A_trailing_stop_never_moves_away()
    {
        var outcome = Trade(new ExitRules { TrailingAtr = 1, AtrLength = 1 }, [None, 1, None, None, None, None], s_start, (100, 102, 100, 100), (100, 101, 100, 101), (101, 103, 90, 102), (103, 103, 99.5, 100), s_start);
        // Decided with a range of 2: 98. The entry bar's range is 1: 101 - 1 = 100. The wide bar would move it to 103 - 13, but a stop never moves away, and it is touched there.
        Assert.Equal((3, 100.0, "trailing-stop"), Left(outcome));
    }

    [Fact]
    public void The_entry_bar_counts_for_the_trail_when_it_was_held_from_its_open() =>
        Assert.Equal((2, 108.0, "trailing-stop"), Exit(new ExitRules { TrailingFraction = 0.1 }, 1, s_start, (100, 120, 100, 118), (118, 118, 107, 109)));

    [Fact]
    public void The_range_of_the_bar_before_a_fill_at_its_close_does_not_count_for_the_trail()
    {
        var outcome = Trade(new ExitRules { TrailingFraction = 0.1 }, TestRuns.Rules(FillConvention.SameClose, capital: 1_000), [1, None, None], (100, 150, 90, 100), (100, 100, 91, 100), (100, 100, 91, 100));
        Assert.True(Assert.Single(outcome.Trades).IsOpen);
    }

    [Fact]
    public void Break_even_moves_the_stop_to_the_entry_once_a_closed_bar_has_gone_far_enough()
    {
        var rules = s_stop with { BreakEvenFraction = 0.1 };
        Assert.Equal((3, 100.0, "stop"), Exit(rules, 1, s_start, s_start, (105, 111, 104, 106), (104, 105, 99, 101)));
        Assert.Equal((3, 95.0, "stop"), Exit(rules, 1, s_start, s_start, (105, 109, 104, 106), (104, 105, 94, 101)));
    }

    [Fact]
    public void Distances_may_be_counted_in_average_true_ranges_of_the_bar_that_decided()
    {
        // Ranges of the two bars before the decision: 4 and 6, so 5; twice that below 100 is 90; twice the risk above it is 120.
        var rules = new ExitRules { StopAtr = 2, AtrLength = 2, TakeProfitR = 2 };
        var trade = Assert.Single(Trade(rules, [None, None, 1, None, None], s_start, (100, 103, 99, 100), (100, 104, 98, 100), s_start, (100, 121, 100, 119)).Trades);
        Assert.Equal((90.0, 120.0, 2.0), (trade.FirstStop, trade.FirstTarget, trade.RMultiple));
        Assert.Equal((4, 120.0, "take-profit"), (trade.ExitBar, trade.ExitPrice, trade.ExitReason));
    }

    [Fact]
    public void Without_an_average_true_range_there_is_no_opinion_yet()
    {
        var outcome = Trade(new ExitRules { StopAtr = 2, AtrLength = 3 }, [1, 1, 1, 1, 1, 1], s_start, s_start, s_start, s_start, s_start, s_start);
        Assert.Equal(4, Assert.Single(outcome.Trades).EntryBar);
    }

    [Theory]
    [InlineData(FillConvention.NextOpen, 1, 4)]
    [InlineData(FillConvention.NextClose, 1, 4)]
    [InlineData(FillConvention.SameClose, 0, 3)]
    public void A_time_stop_leaves_so_many_bars_after_the_entry(FillConvention fill, int entry, int exit)
    {
        var outcome = Trade(new ExitRules { TimeStopBars = 3 }, TestRuns.Rules(fill, capital: 1_000), [1, 1, 1, 1, 1, 1], s_start, s_start, s_start, s_start, s_start, s_start);
        var trade = Assert.Single(outcome.Trades);
        Assert.Equal((entry, exit, "time", 3), (trade.EntryBar, trade.ExitBar, trade.ExitReason, trade.Bars));
    }

    [Fact]
    public void After_a_stop_the_side_waits_for_a_fresh_signal()
    {
        (double, double, double, double)[] bars = [s_start, s_start, (100, 100, 90, 95), s_start, s_start, s_start, s_start, s_start];
        double[] target = [1, 1, 1, 1, 0, 1, 1, None];
        Assert.Equal([1, 6], Trade(s_stop, target, bars).Trades.Select(trade => trade.EntryBar));
        Assert.Equal([1, 3], Trade(s_stop with { ReEntry = ReEntry.Allowed }, target, bars).Trades.Take(2).Select(trade => trade.EntryBar));
    }

    [Fact]
    public void A_gap_without_opinion_makes_the_next_signal_fresh() =>
        Assert.Equal([1, 5], Trade(s_stop, [1, 1, 1, None, 1, None, None], s_start, s_start, (100, 100, 90, 95), s_start, s_start, s_start, s_start).Trades.Select(trade => trade.EntryBar));

    [Fact]
    public void After_a_stop_the_other_side_is_free_at_once() =>
        Assert.Equal([1, -1], Trade(s_stop, [1, 1, -1, None, None], s_start, s_start, (100, 100, 90, 95), s_start, s_start).Trades.Select(trade => trade.Side));

    [Fact]
    public void An_order_to_add_that_waits_for_the_close_is_dropped_by_a_stop()
    {
        var outcome = Trade(s_stop, TestRuns.Rules(FillConvention.NextClose, capital: 1_000), [0.5, 1, 1, 1], s_start, s_start, (100, 100, 90, 92), s_start);
        Assert.Equal((2, 95.0, "stop"), Left(outcome));
        Assert.Equal(0, outcome.Position[^1]);
    }

    [Fact]
    public void Levels_stay_where_the_first_fill_put_them_when_a_trade_grows()
    {
        var trade = Assert.Single(Trade(s_stop, [0.5, 1, None, None], s_start, s_start, (120, 120, 120, 120), (96, 96, 94, 94)).Trades);
        Assert.Equal((95.0, 95.0), (trade.FirstStop!.Value, trade.ExitPrice));
    }

    [Fact]
    public void Distances_may_be_measured_from_the_close_that_decided() =>
        Assert.Equal((2, 95.0, "stop"), Exit(s_stop with { StopBase = StopBase.SignalClose }, 1, s_start, (104, 104, 104, 104), (100, 100, 94, 99)));

    [Fact]
    public void The_bar_a_trade_is_stopped_in_counts_with_its_open_and_its_exit()
    {
        var trade = Assert.Single(Trade(s_stop, [1, None, None], s_start, s_start, (102, 130, 60, 80)).Trades);
        Assert.Equal((-0.05, 0.02), (Math.Round(trade.MaximumAdverseExcursion, 12), Math.Round(trade.MaximumFavourableExcursion, 12)));
        Assert.Equal(-1, trade.RMultiple!.Value, 1e-12);
    }

    [Fact]
    public void Slippage_moves_the_fill_of_a_stop_too()
    {
        var outcome = Trade(s_stop, TestRuns.Rules(slippage: 0.01, capital: 1_020), [1, None, None], s_start, s_start, (100, 100, 90, 95));
        // Bought at 101; the stop lies 5 % below that and fills 1 % lower.
        Assert.Equal(101 * 0.95 * 0.99, Assert.Single(outcome.Trades).ExitPrice, 1e-12);
    }

    private static (int Bar, double Price, string Reason) Exit(ExitRules exits, double target, params ReadOnlySpan<(double, double, double, double)> bars)
    {
        double[] column = [.. Enumerable.Repeat(None, bars.Length)];
        column[0] = target;
        return Left(Trade(exits, column, bars));
    }

    private static (int Bar, double Price, string Reason) Left(SessionOutcome outcome)
    {
        var trade = Assert.Single(outcome.Trades);
        return (trade.ExitBar, trade.ExitPrice, trade.ExitReason);
    }

    private static SessionOutcome Trade(ExitRules exits, double[] target, params ReadOnlySpan<(double, double, double, double)> bars) =>
        Trade(exits, TestRuns.Rules(capital: 1_000), target, bars);

    private static SessionOutcome Trade(ExitRules exits, SessionRules rules, double[] target, params ReadOnlySpan<(double, double, double, double)> bars) =>
        TestRuns.Trade(TestBars.Of(bars), rules with { Exits = exits }, target);
}
