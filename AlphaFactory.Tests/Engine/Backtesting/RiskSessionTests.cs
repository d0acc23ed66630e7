using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Risk;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using static AlphaFactory.Tests.Engine.Backtesting.TestRuns;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Risk rules in a session, by numbers worked out by hand: 100,000 of capital, no costs, fills at the next open.</summary>
public sealed class RiskSessionTests
{
    [Fact]
    public void An_order_of_everything_is_cut_to_the_position_limit_and_each_rule_that_bound_is_told()
    {
        var outcome = Trade(TestBars.Flat(100, 100, 100), Rules() with { Risk = Preset(RiskPreset.Mission) }, 1, 1, 1);
        Assert.Equal([0, 50, 50], outcome.Position);
        // 1,000 shares: the reserve leaves 900, the position limit 50. Whatever its sector, 5 % is less than a quarter.
        Assert.Equal(["cash-reserve 900", "position-size 50 tightest"], outcome.RiskEvents.Select(one => FormattableString.Invariant($"{one.Rule} {one.Allowed}{(one.IsTightest ? " tightest" : "")}")));
        Assert.All(outcome.RiskEvents, one => Assert.Equal((1, 1_000.0, RiskOutcome.Cut), (one.Bar, one.Wanted, one.Outcome)));
    }

    [Fact]
    public void The_breaker_sells_at_the_next_fill_and_stays_closed()
    {
        // 1,000 shares bought at 100 stand at 84 on bar 2: 16 % below the peak. Sold at 84 on bar 3; the new signal of bar 5 is refused on bar 6.
        var outcome = Trade(TestBars.Flat(100, 100, 84, 84, 90, 95, 100, 100), Rules() with { Risk = One("drawdown-breaker") }, 1, 1, 1, 0, 0, 1, 1, 1);
        Assert.Equal([0, 1_000, 1_000, 0, 0, 0, 0, 0], outcome.Position);
        Assert.Equal("risk", Assert.Single(outcome.Trades).ExitReason);
        Assert.Equal(84_000, outcome.Equity[^1], 6);
        Assert.Equal([(2, RiskOutcome.Flattened), (6, RiskOutcome.Halted)], outcome.RiskEvents.Select(one => (one.Bar, one.Outcome)));
        Assert.Equal(0.16, outcome.RiskEvents[0].Value, 12);
        Assert.Equal(0.15, outcome.RiskEvents[0].Limit, 12);
    }

    [Fact]
    public void The_breaker_opens_again_after_its_days_with_a_new_peak()
    {
        var rules = Rules() with { Risk = One("drawdown-breaker", ("reopen_days", "2")) };
        var outcome = Trade(TestBars.Flat(100, 100, 84, 84, 84, 84, 84, 84), rules, 1, 1, 1, 0, 1, 1, 1, 1);
        // Closed on the third of January, open again on the fifth, bar 4; the signal of that bar is filled on bar 5 for 84,000 / 84.
        Assert.Equal([0, 1_000, 1_000, 0, 0, 1_000, 1_000, 1_000], outcome.Position);
        Assert.Equal([(2, RiskOutcome.Flattened), (4, RiskOutcome.Reopened)], outcome.RiskEvents.Select(one => (one.Bar, one.Outcome)));
    }

    [Fact]
    public void At_the_same_close_the_breaker_sells_at_the_close_it_saw()
    {
        var outcome = Trade(TestBars.Flat(100, 84, 84), Rules(FillConvention.SameClose) with { Risk = One("drawdown-breaker") }, 1, 1, 1);
        Assert.Equal([1_000, 0, 0], outcome.Position);
        Assert.Equal(84_000, outcome.Equity[^1], 6);
    }

    [Fact]
    public void A_day_that_lost_too_much_takes_no_new_shares()
    {
        // 500 shares at 100; the next open is 95, and 2,500 of 100,000 are lost since the evening before.
        var bars = TestBars.Of((100, 100, 100, 100), (100, 100, 100, 100), (95, 95, 95, 95), (95, 95, 95, 95));
        var outcome = Trade(bars, Rules() with { Risk = One("day-loss") }, 0.5, 1, 1, 1);
        Assert.Equal([0, 500, 500, 500], outcome.Position);
        var refusal = outcome.RiskEvents[0];
        Assert.Equal((2, "day-loss", RiskOutcome.Refused), (refusal.Bar, refusal.Code, refusal.Outcome));
        Assert.Equal(0.025, refusal.Value, 12);
    }

    [Fact]
    public void A_trade_that_lost_two_per_cent_of_equity_is_closed_and_waits_for_a_fresh_signal()
    {
        var outcome = Trade(TestBars.Flat(100, 100, 98, 98, 98, 98, 98), Rules() with { Risk = One("loss-per-trade") }, 1, 1, 1, 1, 0, 1, 1);
        // On bar 2 it has lost 2,000 of 98,000. Sold on bar 3. The target that never left 1 does not enter again, the one that came back does.
        Assert.Equal([0, 1_000, 1_000, 0, 0, 0, 1_000], outcome.Position);
        Assert.Equal((2, "trade-loss", RiskOutcome.Flattened), (outcome.RiskEvents[0].Bar, outcome.RiskEvents[0].Code, outcome.RiskEvents[0].Outcome));
        Assert.Equal(2_000.0 / 98_000, outcome.RiskEvents[0].Value, 12);
    }

    [Fact]
    public void A_stop_behind_the_order_is_what_it_risks()
    {
        // Two per cent of 100,000 at 10 a share.
        var rules = Rules() with { Risk = One("loss-per-trade"), Exits = new() { StopFraction = 0.10 } };
        var outcome = Trade(TestBars.Flat(100, 100, 100), rules, 1, 1, 1);
        Assert.Equal(200, outcome.Position[^1]);
        Assert.Equal("trade-risk", Assert.Single(outcome.RiskEvents).Code);
    }

    [Fact]
    public void Nobody_is_kept_in_a_position()
    {
        var rules = Rules() with { Risk = One("drawdown-breaker", ("flatten", "false")) };
        var outcome = Trade(TestBars.Flat(100, 100, 84, 84, 84), rules, 1, 1, 1, 0, 0);
        Assert.Equal([0, 1_000, 1_000, 1_000, 0], outcome.Position);
        Assert.Equal(RiskOutcome.Closed, Assert.Single(outcome.RiskEvents).Outcome);
    }

    [Fact]
    public void Rules_that_never_bind_change_nothing()
    {
        var risk = One("position-size", ("limit_pct", "1000")).Concat(One("leverage", ("limit", "10"))).Concat(One("week-loss", ("limit_pct", "100"))).ToArray();
        foreach (int seed in Enumerable.Range(1, 10))
        {
            var bars = TestBars.Random(seed, 300);
            double[] target = Targets(seed, bars.Count);
            var plain = Trade(bars, Rules(commission: 0.001, slippage: 0.0005), target);
            var ruled = Trade(bars, Rules(commission: 0.001, slippage: 0.0005) with { Risk = risk }, target);
            Assert.Equal(plain.Equity, ruled.Equity);
            Assert.Equal(plain.Trades, ruled.Trades);
            Assert.Empty(ruled.RiskEvents);
        }
    }

    [Fact]
    public void No_position_is_entered_beyond_the_limit_on_any_bars()
    {
        foreach (int seed in Enumerable.Range(1, 40))
        {
            var bars = TestBars.Random(seed, 300);
            var rules = Rules(commission: 0.001, slippage: 0.002, fractional: seed % 2 == 0) with { Risk = Preset(RiskPreset.Mission) };
            var outcome = Trade(bars, rules, [.. Targets(seed, bars.Count).Select(target => Math.Max(0, target))]);
            foreach (var trade in outcome.Trades)
            {
                double before = trade.EntryBar == 0 ? 100_000 : outcome.Equity[trade.EntryBar - 1];
                Assert.True(trade.Quantity * trade.EntryPrice <= 0.05 * before * (1 + 1e-12), $"seed {seed}, bar {trade.EntryBar}");
            }
        }
    }

    [Fact]
    public void A_tally_counts_what_bound_and_what_was_tightest()
    {
        var outcome = Trade(TestBars.Flat(100, 100, 100, 100, 100), Rules() with { Risk = Preset(RiskPreset.Mission) }, 1, 0, 1, 1, 1);
        Assert.Equal([new RiskTally("position-size", 2, 0, 2, 0, 1), new RiskTally("cash-reserve", 2, 0, 0, 0, 1)], RiskTally.Of(outcome.RiskEvents));
    }

    [Fact]
    public void A_run_tells_that_its_breaker_ended_trading()
    {
        double[] prices = [.. Enumerable.Repeat(100.0, 3), .. Enumerable.Repeat(80.0, 20)];
        var result = Run(new RunSpec { Strategy = "buy-and-hold", Symbol = "TEST", Risk = [new RuleChoice("drawdown-breaker")] }, TestBars.Flat(prices));
        var finding = Assert.Single(result.Findings, finding => finding.Code == "breaker-closed");
        Assert.Equal("serious", finding.Severity);
        Assert.Contains("20.1%", finding.Text, StringComparison.Ordinal);
        Assert.Equal("risk", Assert.Single(result.Trades).ExitReason);
        Assert.Equal(["flatten", "limit_pct", "reopen_days"], result.Spec.Risk[0].Parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(result.Findings, finding => finding.Code == "risk-bound");
    }

    private static double[] Targets(int seed, int count)
    {
        var random = new SeededRandom((ulong)seed);
        double held = 0;
        return [.. Enumerable.Range(0, count).Select(_ => held = random.NextDouble() < 0.8 ? held : random.NextInt32(3) - 1)];
    }

    private static RiskSetting[] Preset(RiskPreset preset) => [.. preset.Rules.SelectMany(rule => One(rule))];

    private static RiskSetting[] One(string rule, params (string Name, string Text)[] parameters)
    {
        var entry = RiskRegistry.Shipped().Find(rule)!;
        return [new RiskSetting(entry, entry.Parameters.Parse(parameters.ToDictionary(pair => pair.Name, pair => pair.Text), out _)!)];
    }
}
