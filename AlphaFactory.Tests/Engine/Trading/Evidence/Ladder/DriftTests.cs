using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Evidence.Ladder;

namespace AlphaFactory.Tests.Engine.Trading.Evidence.Ladder;

public sealed class DriftTests
{
    private static readonly DateOnly s_first = new(2024, 1, 2);

    [Fact]
    public void A_deployment_that_keeps_to_its_backtest_never_drifts() =>
        Assert.Empty(Drift.Find([.. Enumerable.Range(0, 200).Select(i => Rows.Day(s_first.AddDays(i), rows: [Rows.Same()]))]));

    [Fact]
    public void One_odd_trade_is_no_drift_and_neither_are_few() =>
        Assert.Empty(Drift.Find([.. Enumerable.Range(0, 9).Select(i => Rows.Day(s_first.AddDays(i), rows: [Rows.Missing()])), Rows.Day(s_first.AddDays(20))]));

    [Fact]
    public void Too_many_trades_that_do_not_match_are_drift_on_the_day_on_which_it_is_certain()
    {
        // Every second trade is missing. With 10 trades, 5 of them matched, the interval ends at 0.76.
        var days = Enumerable.Range(0, 12).Select(i => Rows.Day(s_first.AddDays(i), rows: [i % 2 == 0 ? Rows.Same() : Rows.Missing()])).ToList();
        var drift = Assert.Single(Drift.Find(days));
        Assert.Equal(s_first.AddDays(9), drift.Day);
        Assert.Equal("of the last 10 trades 5 matched the backtest; 98% must, and at best 76% do", drift.Why);
    }

    [Fact]
    public void Prices_more_than_twice_as_far_apart_as_slippage_may_be_are_drift()
    {
        TradeMatch Off(double by) => Rows.Same(by) with { ExitDifference = by };
        Assert.Empty(Drift.Find([.. Enumerable.Range(0, 20).Select(i => Rows.Day(s_first.AddDays(i), rows: [Off(9e-4)]))]));
        var drift = Drift.Find([.. Enumerable.Range(0, 9).Select(i => Rows.Day(s_first.AddDays(i), rows: [Off(11e-4)]))]);
        Assert.Equal(s_first.AddDays(4), Assert.Single(drift).Day);
        Assert.Contains("11.0 bp apart", drift[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fall_as_deep_as_a_strategy_may_fall_is_drift_and_the_next_is_measured_from_there()
    {
        double[] equity = [110_000, 100_000, 93_600, 93_400, 92_000, 79_000];
        var days = equity.Select((value, i) => Rows.Day(s_first.AddDays(i), i == 0 ? 100_000 : equity[i - 1], value)).ToList();
        var drifts = Drift.Find(days);
        Assert.Equal([s_first.AddDays(3), s_first.AddDays(5)], drifts.Select(drift => drift.Day));
        Assert.Equal("equity fell 15.1% below its peak; 15% is the most a strategy may fall", drifts[0].Why);
    }
}
