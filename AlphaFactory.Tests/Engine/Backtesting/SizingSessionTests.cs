using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using static AlphaFactory.Tests.Engine.Backtesting.TestRuns;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Sizing rules in a session, by numbers worked out by hand: 100,000 of capital at 100 a share, no costs.</summary>
public sealed class SizingSessionTests
{
    [Theory]
    [InlineData(FillConvention.NextOpen, 500)]
    [InlineData(FillConvention.NextClose, 500)]
    [InlineData(FillConvention.SameClose, 250)]
    public void Volatility_is_read_on_the_bar_that_decided(FillConvention fill, double expected)
    {
        // Decided on bar 1: with 0.30 a year there, half of equity brings 0.15. Under next fills bar 1 decides; at the same close bar 1 itself, with 0.60, gives a quarter.
        double[] measure = fill == FillConvention.SameClose ? [double.NaN, 0.60, 0.10, 0.10] : [double.NaN, 0.30, 0.10, 0.10];
        var outcome = Trade(TestBars.Flat(100, 100, 100, 100), Rules(fill) with { Sizing = Setting("volatility-target", measure) }, 0, 1, 1, 1);
        Assert.Equal(expected, outcome.Position[^1]);
    }

    [Fact]
    public void An_order_without_a_size_is_not_placed_and_is_told()
    {
        var outcome = Trade(TestBars.Flat(100, 100, 100), Rules() with { Sizing = Setting("volatility-target", [double.NaN, 0.3, 0.3]) }, 1, 1, 1);
        Assert.Equal([0, 0, 0], outcome.Position);
        var told = Assert.Single(outcome.RiskEvents);
        Assert.Equal((1, "volatility-target", "volatility-unknown", RiskOutcome.Refused), (told.Bar, told.Rule, told.Code, told.Outcome));
        Assert.Equal(0, outcome.OrdersTooSmall);
    }

    [Fact]
    public void The_largest_share_caps_every_rule() =>
        Assert.Equal(600, Trade(TestBars.Flat(100, 100), Rules(size: 0.6) with { Sizing = Setting("volatility-target", [0.05, 0.05]) }, 1, 1).Position[^1]);

    [Fact]
    public void A_stop_of_five_per_cent_and_one_per_cent_of_risk_make_a_fifth_of_equity()
    {
        var rules = Rules() with { Sizing = Setting("fixed-risk", []), Exits = new() { StopFraction = 0.05 } };
        var outcome = Trade(TestBars.Of((100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 94, 96), (96, 96, 96, 96)), rules, 1, 1, 1, 1);
        Assert.Equal(200, outcome.Position[1]);
        // Stopped at 95: one per cent of the capital is gone, to the cent.
        Assert.Equal(99_000, outcome.Equity[^1], 6);
    }

    [Fact]
    public void Half_a_target_takes_half_the_share() =>
        Assert.Equal(250, Trade(TestBars.Flat(100, 100), Rules() with { Sizing = Setting("volatility-target", [0.3, 0.3]) }, 0.5, 0.5).Position[^1]);

    [Fact]
    public void Kelly_counts_the_trades_that_had_ended_when_the_order_was_decided()
    {
        // Two trades, +10 % and -5 %, each over before the third entry; f = 0.5 / 0.05 - 0.5 / 0.10 = 5, capped at all of equity.
        var setting = Setting("kelly", [], ("min_trades", "2"), ("use", "middle"), ("start_pct", "10"));
        var bars = TestBars.Flat(100, 100, 110, 100, 100, 95, 100, 100, 100);
        var outcome = Trade(bars, Rules(fractional: true) with { Sizing = setting }, 1, 0, 1, 1, 0, 0, 1, 1, 1);
        Assert.Equal(2, outcome.Trades.Count(trade => !trade.IsOpen));
        Assert.Equal(100, outcome.Trades[0].Quantity, 9);
        Assert.Equal(0.1, outcome.Trades[1].Quantity * outcome.Trades[1].EntryPrice / outcome.Equity[outcome.Trades[1].EntryBar - 1], 9);
        Assert.Equal(outcome.Equity[6] / 100, outcome.Position[7], 9);
    }

    [Fact]
    public void A_session_that_is_given_no_measure_takes_it_from_its_own_bars()
    {
        var spec = new RunSpec { Strategy = "buy-and-hold", Symbol = "SYNTH", Sizing = new RuleChoice("atr-target") };
        var bars = TestBars.Synthetic();
        double[] target = [.. Enumerable.Repeat(0.0, 40), .. Enumerable.Repeat(1.0, bars.Count - 40)];
        var rules = SessionRules.Of(spec);
        Assert.Equal(Trade(bars, rules with { Sizing = rules.Sizing!.MeasuredOn(bars, 0) }, target).Equity, Trade(bars, rules, target).Equity);
        Assert.NotEqual(Trade(bars, rules with { Sizing = null }, target).Equity, Trade(bars, rules, target).Equity);
    }

    [Fact]
    public void Rules_of_a_run_that_names_none_are_equal_to_those_of_any_other() =>
        Assert.Equal(SessionRules.Of(Crossover), SessionRules.Of(Crossover with { Sizing = new RuleChoice("fixed-fraction"), Risk = new List<RuleChoice>() }));

    [Fact]
    public void A_fixed_fraction_by_name_is_the_run_without_a_rule()
    {
        var bars = TestBars.Synthetic();
        var plain = Run(Crossover with { SizeFraction = 0.5 }, bars);
        var named = Run(Crossover with { SizeFraction = 0.5, Sizing = new RuleChoice("fixed-fraction") }, bars);
        Assert.Equal(plain.Fingerprint, named.Fingerprint);
        Assert.Equal(plain.Equity, named.Equity);
    }

    [Fact]
    public void A_volatility_target_makes_the_ride_calmer_and_uses_the_history_before_the_period()
    {
        var bars = TestBars.Synthetic();
        var plain = Run(new RunSpec { Strategy = "buy-and-hold", Symbol = "SYNTH", From = bars.DateAt(100) }, bars);
        var sized = Run(new RunSpec { Strategy = "buy-and-hold", Symbol = "SYNTH", From = bars.DateAt(100), Sizing = new RuleChoice("volatility-target").With("target_pct", "5") }, bars);
        Assert.Empty(sized.RiskEvents);
        Assert.InRange(sized.Metrics["volatility"]!.Value, 0.001, plain.Metrics["volatility"]!.Value);
        Assert.NotEqual(plain.Fingerprint, sized.Fingerprint);
        Assert.Equal(Run(new RunSpec { Strategy = "buy-and-hold", Symbol = "SYNTH" }, bars).BenchmarkEquity, Run(new RunSpec { Strategy = "buy-and-hold", Symbol = "SYNTH", Sizing = new RuleChoice("atr-target") }, bars).BenchmarkEquity);
    }

    private static SizingSetting Setting(string rule, double[] measure, params (string Name, string Text)[] parameters)
    {
        var entry = SizingRegistry.Shipped().Find(rule)!;
        return new SizingSetting(entry, entry.Parameters.Parse(parameters.ToDictionary(pair => pair.Name, pair => pair.Text), out _)!, measure);
    }
}
