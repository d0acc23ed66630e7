using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Words that must follow from figures.</summary>
public sealed class VerdictTests
{
    private static readonly BarSeries s_bars = TestBars.Synthetic();

    [Fact]
    public void Few_trades_one_large_trade_and_many_tries_are_not_yet_evidence()
    {
        var result = TestRuns.Run(TestRuns.Crossover, s_bars, trials: 63);
        Assert.Equal("not-yet", result.Verdict.Outcome);
        Assert.StartsWith("Not yet evidence. 13 closed trades are too few, one trade made ", result.Verdict.Text, StringComparison.Ordinal);
        Assert.EndsWith("after 63 tries luck explains the rest too well.", result.Verdict.Text, StringComparison.Ordinal);
        Assert.Equal(["enough-data", "beats-costs", "beats-luck", "beats-holding", "leak-free"], result.Verdict.Questions.Select(question => question.Code));
        Assert.Equal(["fail", "pass", "fail", "unsure", "pass"], result.Verdict.Questions.Select(question => question.Mark));
        Assert.Equal("13 of 50 trades", result.Verdict.Questions[0].Evidence);
    }

    [Fact]
    public void Findings_come_worst_first_and_each_has_a_remedy()
    {
        var findings = TestRuns.Run(TestRuns.Crossover with { Fill = FillConvention.SameClose }, s_bars, trials: 63).Findings;
        string[] order = ["serious", "unsure", "info"];
        int[] ranks = [.. findings.Select(finding => Array.IndexOf(order, finding.Severity))];
        Assert.Equal(ranks.Order(), ranks);
        Assert.All(findings, finding => Assert.True(finding is { Title.Length: > 0, Text.Length: > 0, Remedy.Length: > 0 } && !ranks.Contains(-1)));
        Assert.Contains(findings, finding => finding is { Code: "same-close", Title: "Fills on the bar that made the signal" });
        Assert.Contains(findings, finding => finding.Code == "too-few-trades");
    }

    [Fact]
    public void The_largest_trade_is_named_with_what_is_left_without_it()
    {
        var result = TestRuns.Run(TestRuns.Crossover, s_bars);
        var biggest = result.Trades.MaxBy(trade => trade.ProfitAndLoss)!;
        var finding = Assert.Single(result.Findings, finding => finding.Code == "one-trade-made-the-profit");
        double share = biggest.ProfitAndLoss / (result.Equity[^1] - 100_000);
        Assert.Equal(FormattableString.Invariant($"One trade made {share * 100:N0}% of the profit"), finding.Title);
        Assert.StartsWith("2020-04-16 to 2020-12-29, +$", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_beyond_break_even_are_no_edge()
    {
        var result = TestRuns.Run(TestRuns.Crossover with { Commission = new PercentCommission { Fraction = 0.05 } }, s_bars);
        Assert.Equal(("no-edge", "No edge"), (result.Verdict.Outcome, result.Verdict.Headline));
        Assert.Contains(result.Findings, finding => finding.Code == "costs-take-it");
        Assert.Equal("fail", result.Verdict.Questions[1].Mark);
    }

    [Fact]
    public void A_strategy_that_loses_without_costs_is_told_so()
    {
        var result = TestRuns.Run(TestRuns.Crossover with { Strategy = "buy-and-hold" }, TestBars.Flat([.. Enumerable.Range(0, 60).Select(i => 100.0 - i)]));
        Assert.Contains(result.Findings, finding => finding.Code == "loses-without-costs");
        Assert.Contains("the decisions lose money even without costs", result.Verdict.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_break_even_cost_is_where_the_engine_ends_where_it_began()
    {
        var rules = TestRuns.Rules(commission: 0.001, fractional: true);
        double[] target = [1, double.NaN, 0, double.NaN];
        double cost = BreakEvenCost.Find(TestBars.Flat(100, 100, 110, 110), rules, null, target, CancellationToken.None)!.Value;
        // (1 - c) x 110 = (1 + c) x 100
        Assert.Equal(10.0 / 210, cost, 2e-6);
        Assert.Null(BreakEvenCost.Find(TestBars.Flat(100, 100, 90, 90), rules, null, target, CancellationToken.None));
    }

    [Fact]
    public void A_strategy_that_knows_the_future_is_not_to_be_believed()
    {
        var backtester = new Backtester(new StrategyRegistry([typeof(Clairvoyant)]), StatisticRegistry.Shipped());
        var result = backtester.Run(TestRuns.Crossover with { Strategy = "clairvoyant" }, TestBars.Random(2, 500), 1, null, CancellationToken.None);
        Assert.Equal(("no-edge", "Not to be believed"), (result.Verdict.Outcome, result.Verdict.Headline));
        Assert.Equal("look-ahead", result.Findings[0].Code);
        Assert.Equal("fail", result.Verdict.Questions[^1].Mark);
    }

    [Fact]
    public void Many_good_trades_of_an_honest_strategy_are_evidence()
    {
        var backtester = new Backtester(new StrategyRegistry([typeof(EveryOtherDay)]), StatisticRegistry.Shipped());
        // Rises from each odd bar's open to the next open by 1 % on average, and falls by half of that otherwise.
        double level = 100;
        var bars = new (double, double, double, double)[400];
        for (int i = 0; i < bars.Length; i++)
        {
            bars[i] = (level, level, level, level);
            level *= i % 2 == 1 ? 1 + (0.01 * (1 + Math.Sin(i))) : 0.995;
        }

        var result = backtester.Run(TestRuns.Crossover with { Strategy = "every-other-day" }, TestBars.Of(bars), 5, null, CancellationToken.None);
        Assert.Equal(("evidence", "Evidence of an edge"), (result.Verdict.Outcome, result.Verdict.Headline));
        Assert.All(result.Verdict.Questions, question => Assert.Equal("pass", question.Mark));
        Assert.Contains("the luck of 5 tries explains", result.Verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_that_only_rode_a_rising_price_is_not_evidence()
    {
        var backtester = new Backtester(new StrategyRegistry([typeof(EveryOtherDay)]), StatisticRegistry.Shipped());
        // Rises by 0.5 % a bar, give or take: half the time in the market makes money, all the time makes more for its risk.
        double level = 100;
        var bars = new (double, double, double, double)[400];
        for (int i = 0; i < bars.Length; i++)
        {
            bars[i] = (level, level, level, level);
            level *= 1 + (0.005 * (1 + (0.5 * Math.Sin(i))));
        }

        var verdict = backtester.Run(TestRuns.Crossover with { Strategy = "every-other-day", Commission = new PercentCommission { Fraction = 0.0001 } }, TestBars.Of(bars), 1, null, CancellationToken.None).Verdict;
        Assert.Equal("not-yet", verdict.Outcome);
        Assert.Equal("Not yet evidence. Holding paid more for its risk.", verdict.Text);
    }

    [Fact]
    public void A_lead_over_holding_within_noise_is_neither_passed_nor_failed()
    {
        foreach (var question in Enumerable.Range(1, 12).Select(seed => TestRuns.Run(TestRuns.Crossover, TestBars.Random(seed, 400)).Verdict.Questions.Single(question => question.Code == "beats-holding")))
        {
            // A year and a half of random prices tells nothing about anybody.
            Assert.Equal("unsure", question.Mark);
            Assert.EndsWith(", within noise", question.Evidence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Holding_is_not_kept_in_cash_by_the_cap_on_volume()
    {
        var free = TestRuns.Run(TestRuns.Crossover, s_bars);
        Assert.Equal(free.BenchmarkEquity, TestRuns.Run(TestRuns.Crossover with { VolumeCapFraction = 1e-9 }, s_bars).BenchmarkEquity);
    }

    [Fact]
    public void Free_trading_and_a_long_warm_up_are_pointed_out()
    {
        var findings = TestRuns.Run(TestRuns.Crossover with { Commission = new PercentCommission { Fraction = 0 }, Slippage = new PercentSlippage { Fraction = 0 } }, s_bars.Slice(0, 300)).Findings;
        Assert.Contains(findings, finding => finding.Code == "no-costs");
        Assert.Contains(findings, finding => finding.Code == "long-warm-up");
    }

    private sealed record Nothing : StrategyParameters
    {
        public override int WarmUpBars => 0;
    }

    [Strategy("clairvoyant", "Clairvoyant", Logic = "Knows tomorrow.", Failure = "Always.")]
    private sealed class Clairvoyant : Strategy<Nothing>
    {
        protected override void Decide(BarSeries bars, Nothing parameters, Span<double> target)
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = i + 2 < bars.Count && bars.Open[i + 2] > bars.Open[i + 1] ? 1 : 0;
            }
        }
    }

    [Strategy("every-other-day", "Every other day", Logic = "Holds each odd bar.", Failure = "Never here.")]
    private sealed class EveryOtherDay : Strategy<Nothing>
    {
        protected override void Decide(BarSeries bars, Nothing parameters, Span<double> target)
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = i % 2 == 0 ? 1 : 0;
            }
        }
    }
}
