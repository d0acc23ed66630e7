using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Engine.Backtesting;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class SweepTests
{
    private static readonly SweepDefinition s_wide = SweepRuns.Definition("sma-crossover", "stop_pct=none,3,8", "fast=5..25:5", "slow=20..60:10", "size_pct=50,100", "entry=cross,state") with
    {
        Run = new RunSpec { Strategy = "sma-crossover", Symbol = "SYNTH", Fractional = true },
    };

    [Fact]
    public void Any_row_opened_as_a_backtest_has_the_same_figures()
    {
        var engine = SweepRuns.Engine(s_wide);
        var rows = new SweepRows();
        long[] sets = [.. engine.SetsIn(0, engine.Space.Size)];
        engine.Evaluate(sets, rows, 2, TestContext.Current.CancellationToken);
        Assert.True(rows.Count > 200, $"{rows.Count} rows");
        for (int row = 0; row < rows.Count; row++)
        {
            var metrics = TestRuns.Run(engine.Space.Spec(sets[row]), SweepRuns.Bars).Metrics;
            for (int figure = 0; figure < SweepFigures.Ids.Count; figure++)
            {
                double expected = metrics[SweepFigures.Ids[figure]] ?? double.NaN, found = rows[row][figure];
                Assert.True(
                    (double.IsNaN(expected) && double.IsNaN(found)) || Math.Abs(expected - found) <= 1e-9 * Math.Max(1, Math.Abs(expected)),
                    FormattableString.Invariant($"{SweepFigures.Ids[figure]} of {string.Join(' ', engine.Space.Values(sets[row]))}: the backtest has {expected:R}, the row {found:R}"));
            }
        }
    }

    [Fact]
    public void Parameters_of_the_rules_of_sizing_and_risk_are_swept_like_any_other()
    {
        var definition = SweepRuns.Definition("sma-crossover", "fast=5..15:5", "sizing.risk_pct=0.5,1,2", "risk.drawdown-breaker.limit_pct=5,10,30") with
        {
            Run = new RunSpec
            {
                Strategy = "sma-crossover", Symbol = "SYNTH", Fractional = true, Sizing = new RuleChoice("fixed-risk"), Risk = [new RuleChoice("drawdown-breaker")],
                Exits = new() { StopFraction = 0.05 },
            },
        };
        var engine = SweepRuns.Engine(definition);
        var rows = new SweepRows();
        long[] sets = [.. engine.SetsIn(0, engine.Space.Size)];
        engine.Evaluate(sets, rows, 2, TestContext.Current.CancellationToken);
        Assert.Equal(27, rows.Count);
        int figure = SweepFigures.Ids.ToList().IndexOf("total_return");
        Assert.InRange(Enumerable.Range(0, rows.Count).Select(row => rows[row][figure]).Distinct().Count(), 9, 27);
        for (int row = 0; row < rows.Count; row++)
        {
            var spec = engine.Space.Spec(sets[row]);
            Assert.Equal(engine.Space.Values(sets[row])["sizing.risk_pct"], spec.Sizing!.Parameters["risk_pct"]);
            Assert.Equal(TestRuns.Run(spec, SweepRuns.Bars).Metrics["total_return"]!.Value, rows[row][figure], 9);
        }
    }

    [Theory]
    [InlineData("sizing.risk_pct=0.5,200", "sizing.risk_pct cannot be 200")]
    [InlineData("risk.day-loss.limit_pct=1,2", "cannot be swept")]
    public void A_parameter_of_a_rule_that_is_off_or_out_of_range_is_named(string range, string expected)
    {
        var definition = SweepRuns.Definition("sma-crossover", "fast=5,10", range) with
        {
            Run = new RunSpec { Strategy = "sma-crossover", Symbol = "SYNTH", Sizing = new RuleChoice("fixed-risk"), Exits = new() { StopFraction = 0.05 } },
        };
        Assert.Contains(expected, Assert.Throws<RunSpecException>(() => SweepRuns.Engine(definition)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_and_its_parameter_are_not_swept_together()
    {
        var definition = SweepRuns.Definition("sma-crossover", "sizing=fixed-risk,equal-weight", "sizing.risk_pct=0.5,1") with
        {
            Run = new RunSpec { Strategy = "sma-crossover", Symbol = "SYNTH", Sizing = new RuleChoice("fixed-risk"), Exits = new() { StopFraction = 0.05 } },
        };
        Assert.Contains("Keep one of the two", Assert.Throws<RunSpecException>(() => SweepRuns.Engine(definition)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_the_same_to_the_last_bit_on_one_thread_and_on_many()
    {
        string one = SweepRuns.Csv(s_wide, 1);
        Assert.Equal(one, SweepRuns.Csv(s_wide, 4));
        Assert.Equal(one, SweepRuns.Csv(s_wide, 3));
    }

    [Fact]
    public void Rows_do_not_depend_on_how_the_work_is_cut()
    {
        var rows = new SweepRows();
        var engine = SweepRuns.Engine(s_wide);
        long[] sets = [.. engine.SetsIn(0, engine.Space.Size)];
        engine.Evaluate(sets, rows, 1, TestContext.Current.CancellationToken);
        double[][] whole = [.. Enumerable.Range(0, rows.Count).Select(row => rows[row].ToArray())];
        var pieces = SweepRuns.Engine(s_wide);
        foreach (long[] piece in sets.Reverse().Chunk(7))
        {
            pieces.Evaluate(piece, rows, 1, TestContext.Current.CancellationToken);
            Assert.All(Enumerable.Range(0, rows.Count), row => Assert.Equal(whole[Array.IndexOf(sets, piece[row])], rows[row].ToArray()));
        }
    }

    [Fact]
    public void Only_sets_whose_parameters_fit_and_that_meet_the_condition_are_tried()
    {
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..30:5", "slow=10..40:10") with { Where = "slow - fast >= 10" });
        Assert.Equal(Enumerable.Range(1, 6).Sum(fast => Enumerable.Range(1, 4).Count(slow => (10 * slow) - (5 * fast) >= 10)), outcome.Sets);
    }

    [Fact]
    public void The_table_always_has_the_default_and_buy_and_hold()
    {
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..15:5", "slow=20..60:20"));
        var standard = TestRuns.Run(new RunSpec { Strategy = "sma-crossover", Symbol = "SYNTH" }, SweepRuns.Bars);
        Assert.Equal("kernel", outcome.Engine);
        Assert.Equal(standard.Metrics["sharpe"]!.Value, outcome.Default.Figures["sharpe"]!.Value, 1e-9);
        Assert.Equal(standard.BenchmarkMetrics["total_return"]!.Value, outcome.BuyAndHold.Figures["total_return"]!.Value, 1e-9);
        Assert.Equal(("20", "50"), (outcome.Default.Values["fast"], outcome.Default.Values["slow"]));
    }

    [Fact]
    public void Sets_that_lie_close_together_do_not_make_luck_look_like_skill()
    {
        // Two sizes of one set hardly differ in their Sharpe ratio, and so say nothing of how far those of all tries scatter.
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "size_pct=99,100"));
        var best = new SweepEngine(outcome.Summary.Space.Definition, SweepRuns.Bars, StrategyRegistry.Shipped(), StatisticRegistry.Shipped()).Measure(outcome.Best!.Set!.Value);
        Assert.True(outcome.Summary.TrialVariance < DeflatedSharpe.NullVariance(best.Days) / 100, "The two sizes scatter widely.");
        Assert.Equal(DeflatedSharpe.Compute(best, 2, DeflatedSharpe.NullVariance(best.Days)).Value!.Value, outcome.DeflatedSharpe.Value!.Value, 1e-12);
        Assert.True(outcome.DeflatedSharpe.Value < DeflatedSharpe.Compute(best, 1, 0).Value, "Two tries look no better than one.");
    }

    [Fact]
    public void The_best_is_the_largest_objective_and_the_deflated_sharpe_counts_every_try()
    {
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..25:2", "slow=30..90:10") with { Objective = "calmar - 0.1 * turnover" });
        Assert.Equal(outcome.Top.Max(row => row.Objective), outcome.Best!.Objective);
        Assert.Equal(outcome.Best.Figures["calmar"]!.Value - (0.1 * outcome.Best.Figures["turnover"]!.Value), outcome.Best.Objective!.Value, 1e-12);
        Assert.Equal(outcome.Sets, outcome.Trials);
        var single = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=" + outcome.Best.Values["fast"], "slow=" + outcome.Best.Values["slow"]));
        Assert.True(single.DeflatedSharpe.Value > outcome.DeflatedSharpe.Value, "one try must look better than the best of many");
    }

    [Fact]
    public void An_objective_a_row_does_not_have_is_computed_by_the_event_engine()
    {
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..15:5", "slow=20..60:20") with { Objective = "-ulcer_index" });
        Assert.Equal("event", outcome.Engine);
        var best = TestRuns.Run(outcome.Summary.Space.Spec(outcome.Best!.Set!.Value), SweepRuns.Bars);
        Assert.Equal(-best.Metrics["ulcer_index"]!.Value, outcome.Best.Objective!.Value, 1e-12);
    }

    [Fact]
    public void A_rule_of_sizing_or_risk_the_kernel_does_not_know_lets_the_event_engine_run_the_sets()
    {
        var run = new RunSpec { Strategy = "sma-crossover", Symbol = "SYNTH", From = SweepRuns.Bars.DateAt(300), Sizing = new RuleChoice("atr-target") };
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..15:5", "slow=20..60:20") with { Run = run });
        Assert.Equal("event", outcome.Engine);
        var best = TestRuns.Run(outcome.Summary.Space.Spec(outcome.Best!.Set!.Value), SweepRuns.Bars);
        Assert.All(outcome.Best.Figures, figure => Assert.Equal(best.Metrics[figure.Key], figure.Value));
    }

    [Fact]
    public void A_grid_beyond_counting_is_refused_before_it_starts() => Assert.Contains(
        "a grid goes through 200,000,000 at most",
        Assert.Throws<RunSpecException>(() => SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=1..1000", "slow=2..2000", "size_pct=1..100:0.5"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_event_engine_can_be_asked_for_and_agrees()
    {
        var definition = SweepRuns.Definition("sma-crossover", "fast=5..15:5", "slow=20..60:20");
        var kernel = SweepRuns.Run(definition);
        var events = SweepRuns.Run(definition with { Run = definition.Run with { Engine = EngineChoice.Event } });
        Assert.Equal(("kernel", "event"), (kernel.Engine, events.Engine));
        Assert.Equal(events.Best!.Set, kernel.Best!.Set);
        Assert.All(kernel.Best.Figures, figure => Assert.Equal(events.Best.Figures[figure.Key] ?? 0, figure.Value ?? 0, 1e-9 * Math.Max(1, Math.Abs(figure.Value ?? 0))));
    }

    [Theory]
    [InlineData("fats=5..20", "\"fats\" cannot be swept: it is no parameter of sma-crossover and no setting of the run. Did you mean \"fast\"?")]
    [InlineData("fast=0,5", "fast cannot be 0: it must be a whole number from 1 to 1000.")]
    [InlineData("stop_pct=5,200", "stop_pct is 200")]
    [InlineData("symbol=A,B", "\"symbol\" cannot be swept")]
    public void What_cannot_be_swept_is_said(string range, string expected) =>
        Assert.Contains(expected, Assert.Throws<RunSpecException>(() => SweepRuns.Run(SweepRuns.Definition("sma-crossover", range))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_condition_that_cannot_be_read_is_said() =>
        Assert.Contains("there is no \"fsat\"", Assert.Throws<RunSpecException>(() => SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..9") with { Where = "fsat < slow" })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_piece_of_work_has_a_key_of_its_content()
    {
        string key = s_wide.ChunkKey("abc", 0, 100);
        Assert.Equal(key, (s_wide with { Axes = [.. s_wide.Axes] }).ChunkKey("abc", 0, 100));
        Assert.NotEqual(key, s_wide.ChunkKey("abd", 0, 100));
        Assert.NotEqual(key, s_wide.ChunkKey("abc", 100, 100));
        Assert.NotEqual(key, (s_wide with { Where = "fast < slow" }).ChunkKey("abc", 0, 100));
    }
}
