using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Engine.Backtesting;

namespace AlphaFactory.Tests.Engine.Optimization.WalkForward;

public sealed class WalkForwardTests
{
    private static readonly WalkForwarder s_walker = new(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);
    private static readonly WalkForwardDefinition s_definition = new()
    {
        Sweep = SweepRuns.Definition("sma-crossover", "fast=5..25:5", "slow=30..90:15") with { Run = new RunSpec { Strategy = "sma-crossover", Symbol = "SYNTH", Fractional = true } },
        Train = 400, Test = 150, Purge = 5,
    };

    private static readonly BarSeries s_bars = SweepRuns.Bars;

    [Fact]
    public void Windows_roll_or_grow_and_tests_join()
    {
        var rolling = WalkForwardWindow.Plan(s_definition, 1000);
        Assert.Equal([new(0, 400, 405, 150), new(150, 400, 555, 150), new(300, 400, 705, 150)], rolling);
        var anchored = WalkForwardWindow.Plan(s_definition with { Anchored = true }, 1000);
        Assert.Equal([new(0, 400, 405, 150), new(0, 550, 555, 150), new(0, 700, 705, 150)], anchored);
        Assert.Equal([new(0, 400, 405, 150), new(300, 400, 705, 150)], WalkForwardWindow.Plan(s_definition with { Step = 300 }, 1000));
        Assert.Equal([new(0, 700, 700, 300)], WalkForwardWindow.Plan(WalkForwardDefinition.OfShare(s_definition.Sweep, 1000, 0.7), 1000));
    }

    [Theory]
    [InlineData(1, 10, 0, 100, "train is 1 but must be 2 or more")]
    [InlineData(int.MaxValue, 20, 10, 4000, "The period has 4,000 bars, but one window takes 2,147,483,677")]
    [InlineData(100, int.MaxValue, 10, 4000, "The period has 4,000 bars, but one window takes 2,147,483,757")]
    [InlineData(100, 20, int.MaxValue - 50, 4000, "The period has 4,000 bars, but one window takes 2,147,483,717")]
    [InlineData(80, 30, 0, 100, "The period has 100 bars, but one window takes 110")]
    [InlineData(50, 10, -1, 100, "purge is -1")]
    public void Lengths_that_do_not_fit_are_said(int train, int test, int purge, int bars, string expected) => Assert.Contains(
        expected,
        Assert.Throws<RunSpecException>(() => WalkForwardWindow.Plan(s_definition with { Train = train, Test = test, Purge = purge }, bars)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "step is 0 but must be 1 or more bars")]
    [InlineData(int.MaxValue, "step is 2,147,483,647 bars but must be 150, the length of the test, to 1,000")]
    [InlineData(149, "step is 149 bars but must be 150, the length of the test, to 1,000")]
    public void A_step_that_skips_or_counts_days_twice_is_refused(int step, string expected) =>
        Assert.Contains(expected, Assert.Throws<RunSpecException>(() => WalkForwardWindow.Plan(s_definition with { Step = step }, 1000)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_window_without_a_choice_is_named_with_its_days()
    {
        var definition = s_definition with { Sweep = s_definition.Sweep with { Objective = "sharpe / (trades > 10000)" } };
        Assert.Contains("in the training of window 1, ", Assert.Throws<RunSpecException>(() => s_walker.Run(definition, s_bars, 1, null, null, CancellationToken.None)).Message, StringComparison.Ordinal);
        var plan = WalkForwardPlan.Of(definition, s_bars, StrategyRegistry.Shipped(), SearchMethodRegistry.Shipped());
        var train = plan.Train(plan.Windows[2]);
        var search = new WindowSearch(plan.Space, train, StatisticRegistry.Shipped(), plan.Method, 1, null, TestContext.Current.CancellationToken);
        Assert.Contains(
            FormattableString.Invariant($"\"sharpe / (trades > 10000)\" in the training of window 3, {s_bars.DateAt(300):yyyy-MM-dd} to {s_bars.DateAt(699):yyyy-MM-dd}: most likely no set trades in it. Lengthen train"),
            Assert.Throws<RunSpecException>(() => search.Choose(3)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_is_the_backtest_of_its_days_with_the_parameters_chosen_before()
    {
        var outcome = Run(s_definition);
        double capital = 100_000;
        foreach (var window in outcome.Windows)
        {
            var spec = s_definition.Sweep.Run with { Parameters = window.Plateau.InSample.Values, From = window.TestFrom, To = window.TestTo, InitialCapital = capital };
            var run = TestRuns.Run(spec, s_bars);
            foreach (string figure in (string[])["total_return", "sharpe", "max_drawdown", "trades"])
            {
                Assert.Equal(run.Metrics[figure] ?? double.NaN, window.Plateau.OutOfSample.Figures[figure] ?? double.NaN, 1e-12);
            }

            capital = run.Equity[^1];
        }

        Assert.Equal(capital, outcome.Plateau.Figures["final_equity"]!.Value, 1e-6);
        Assert.Equal(outcome.Windows.Count * 150, outcome.Plateau.Equity.Length);
    }

    [Fact]
    public void Trades_of_the_stitched_tests_add_up_to_what_the_account_made()
    {
        var outcome = Run(s_definition);
        foreach (var run in (StitchedRun[])[outcome.Plateau, outcome.Best, outcome.Default, outcome.BuyAndHold])
        {
            double trades = run.Figures["trades"]!.Value;
            Assert.True(trades >= 1, $"{trades} trades");
            Assert.Equal(run.Figures["final_equity"]!.Value - run.Figures["initial_capital"]!.Value, run.Figures["expectancy"]!.Value * trades, 1e-6);
        }

        // Whoever holds does not sell between tests that follow each other, and cannot hold over a gap.
        Assert.Equal(1, outcome.BuyAndHold.Figures["trades"]);
        var apart = Run(s_definition with { Step = s_definition.Test + 20 });
        Assert.Equal(apart.Windows.Count, apart.BuyAndHold.Figures["trades"]);
    }

    [Fact]
    public void What_is_chosen_depends_on_no_bar_after_training()
    {
        var first = Run(s_definition).Windows;
        int end = first[0].Window.TestStart;
        double[] Other(ReadOnlySpan<double> prices) => [.. prices.ToArray().Select((price, bar) => bar < end ? price : price * (1.5 + Math.Sin(bar)))];
        var changed = new BarSeries(s_bars.Identity, s_bars.Times.ToArray(), Other(s_bars.Open), Other(s_bars.High), Other(s_bars.Low), Other(s_bars.Close), s_bars.Volume.ToArray());
        var second = s_walker.Run(s_definition, changed, 1, null, null, CancellationToken.None).Windows;
        Assert.Equal(first[0].Plateau.InSample.Figures, second[0].Plateau.InSample.Figures);
        Assert.Equal(first[0].Plateau.InSample.Values, second[0].Plateau.InSample.Values);
        Assert.Equal(first[0].Best.InSample.Values, second[0].Best.InSample.Values);
        Assert.NotEqual(first[0].Plateau.OutOfSample.Figures, second[0].Plateau.OutOfSample.Figures);
    }

    [Fact]
    public void The_outcome_is_the_same_on_any_number_of_threads()
    {
        string Text(int threads)
        {
            string json = WalkForwardJson.Write(s_walker.Run(s_definition with { Anchored = true }, s_bars, threads, null, null, CancellationToken.None));
            return string.Join('\n', json.Split('\n').Where(line => !line.Contains("second", StringComparison.Ordinal)));
        }

        Assert.Equal(Text(1), Text(3));
    }

    [Fact]
    public void Efficiency_and_degradation_compare_the_tests_with_training()
    {
        var outcome = Run(s_definition);
        double trained = outcome.Windows.Average(window => window.Plateau.InSample.Figures["cagr"]!.Value);
        Assert.Equal(trained > 0 ? outcome.Plateau.Figures["cagr"] / trained : null, outcome.Efficiency);
        Assert.Equal(outcome.Windows.Select(window => window.Plateau.InSample.Objective - window.Plateau.OutOfSample.Objective).OfType<double>().Average(), outcome.Degradation!.Value, 1e-12);
        Assert.All(outcome.Windows, window => Assert.True(window.Best.InSample.Objective >= window.Plateau.InSample.Objective));
        Assert.Equal("kernel", outcome.Engine);
        Assert.Equal(25 * outcome.Windows.Count, outcome.Sets);
    }

    private static WalkForwardOutcome Run(WalkForwardDefinition definition) => s_walker.Run(definition, s_bars, 2, null, null, CancellationToken.None);
}
