using AlphaFactory.Engine.Trading.Evidence;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

public sealed class TrackingTests
{
    [Theory]
    // Computed apart from this program, with the normal quantile of Python's statistics module.
    [InlineData(0, 10, 0, 0.2775328)]
    [InlineData(9, 10, 0.5958500, 0.9821238)]
    [InlineData(49, 50, 0.8950456, 0.9964607)]
    [InlineData(15, 30, 0.3315413, 0.6684587)]
    public void The_interval_of_a_share_is_Wilsons(int hits, int of, double low, double high)
    {
        var interval = Tracking.Wilson(hits, of);
        Assert.Equal(low, interval.Low, 6);
        Assert.Equal(high, interval.High, 6);
    }

    [Fact]
    public void The_share_lies_in_its_interval()
    {
        var cases = from of in Gen.Choose(1, 500) from hits in Gen.Choose(0, of) select (hits, of);
        Check.One(Config.QuickThrowOnFailure.WithReplay(3, 5), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var (low, high) = Tracking.Wilson(one.hits, one.of);
            double share = (double)one.hits / one.of;
            Assert.True(low >= 0 && high <= 1 && low <= share + 1e-12 && high >= share - 1e-12);
        }));
    }

    [Fact]
    public void Without_a_trade_nothing_is_judged_and_nothing_passes()
    {
        var none = Tracking.Of([]);
        Assert.Null(none.Passes);
        Assert.Null(none.Interval);
        Assert.Equal((null, "no trade has ended yet"), (none.Share.Value, none.Share.Reason));
        Assert.Equal("no trade was made by both", none.MedianDifference.Reason);
    }

    [Fact]
    public void Ninety_eight_of_a_hundred_pass_and_ninety_seven_do_not()
    {
        var same = Rows.Same();
        var missing = Rows.Missing();
        Assert.True(Tracking.Of([.. Enumerable.Repeat(same, 98), missing, missing]).Passes);
        Assert.False(Tracking.Of([.. Enumerable.Repeat(same, 97), missing, missing, missing]).Passes);
    }

    [Fact]
    public void A_trade_that_only_other_bars_would_have_made_does_not_count()
    {
        var tracking = Tracking.Of([Rows.Same(), Rows.Missing() with { Cause = MatchCause.Data, Tracks = null }]);
        Assert.Equal((1, 1), (tracking.Trades, tracking.Matched));
    }

    [Fact]
    public void The_median_of_prices_is_held_against_the_median_of_slippage()
    {
        // Entries 1, 2 and 30 bp off, exits not at all: the median of the six is 0.5 bp.
        TradeMatch[] rows = [Rows.Same(1e-4), Rows.Same(2e-4), Rows.Same(30e-4)];
        var tracking = Tracking.Of(rows);
        Assert.Equal(6, tracking.Prices);
        Assert.Equal(0.5e-4, tracking.MedianDifference.Value!.Value, 9);
        Assert.True(tracking.Passes);
        Assert.False(Tracking.Of([.. rows.Select(row => row with { ExitDifference = 8e-4, Allowed = 5e-4 })]).Passes);
    }

    [Fact]
    public void The_money_between_the_two_is_measured_against_what_was_traded()
    {
        var row = Rows.Same();
        row = row with { Live = row.Live! with { ProfitAndLoss = row.Expected!.ProfitAndLoss - 20 } };
        Assert.Equal(-20 / row.Expected!.Notional, Tracking.Of([row]).CumulativeDifference.Value!.Value, 12);
    }
}
