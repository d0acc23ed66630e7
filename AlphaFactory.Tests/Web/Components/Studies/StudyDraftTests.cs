using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Tests.Web.Components.Studies;

public sealed class StudyDraftTests
{
    private static readonly StatisticRegistry s_statistics = StatisticRegistry.Shipped();
    private static readonly RunSpec s_run = new() { Strategy = "sma-crossover", Symbol = "X" };

    [Fact]
    public void The_address_carries_what_is_asked_and_leaves_defaults_out()
    {
        var draft = StudyDraft.Read("?strategy=sma-crossover&range.fast=5..60:5&range.stop_pct=1..10&where=fast%20%3C%20slow&objective=sharpe&method=random&budget=200&nonsense=1");
        Assert.Equal(["fast", "stop_pct"], draft.Ranges.Keys);
        Assert.Equal("range.fast=5..60%3A5&range.stop_pct=1..10&where=fast%20%3C%20slow&method=random&budget=200", draft.ToQuery());
        Assert.Equal(draft.ToQuery(), StudyDraft.Read(draft.ToQuery()).ToQuery());
        Assert.Equal("range.fast=5..60%3A5", draft.Without("stop_pct").ToQuery().Split('&')[0]);
        Assert.DoesNotContain("stop_pct", draft.Without("stop_pct").ToQuery(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fast=5..60", "5..60")]
    [InlineData("fast=20..200:2", "20..200:2")]
    [InlineData("x=0.1..0.5:0.1", "0.1..0.5:0.1")]
    [InlineData("fast=10,20,50", "10,20,50")]
    [InlineData("entry=cross,state", "cross,state")]
    [InlineData("fast=7", "7")]
    public void An_axis_is_written_as_people_write_it(string asked, string text)
    {
        var axis = SweepAxis.Parse(asked);
        Assert.Equal(text, StudyDraft.TextOf(axis));
        Assert.Equal(axis.Values, SweepAxis.Parse($"{axis.Name}={StudyDraft.TextOf(axis)}").Values);
    }

    [Fact]
    public void What_a_strategy_declares_makes_a_sweep_without_faults()
    {
        foreach (var strategy in StrategyRegistry.Shipped().All.Where(strategy => StudyDraft.OwnRanges(strategy).Any()))
        {
            var draft = StudyDraft.Read(null).WithRanges(StudyDraft.OwnRanges(strategy));
            var check = StudyCheck.Of(draft, s_run with { Strategy = strategy.Id }, [.. strategy.Parameters.Definitions.Select(parameter => parameter.Name)], s_statistics);
            Assert.Empty(check.Faults);
            Assert.Equal(SweepPreset.OwnRanges(strategy).Select(axis => (axis.Name, axis.Values.Count)), check.Sweep.Axes.Select(axis => (axis.Name, axis.Values.Count)));
        }
    }

    [Fact]
    public void A_fault_of_an_expression_points_at_its_character()
    {
        var draft = StudyDraft.Read(null).With("range.fast", "5..60").With("where", "fast < slw").With("objective", "sharpe + ");
        var check = StudyCheck.Of(draft, s_run, ["fast", "slow"], s_statistics);
        Assert.Equal(["objective", "where"], check.Faults.Keys.Order());
        Assert.Equal("fast < slw".IndexOf("slw", StringComparison.Ordinal), check.Places["where"]);
        Assert.Equal("sharpe + ".Trim().Length, check.Places["objective"]);
        Assert.Contains("Did you mean \"slow\"?", check.Faults["where"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_needs_a_benchmark_is_pointed_at_as_an_objective()
    {
        var check = StudyCheck.Of(StudyDraft.Read(null).With("range.fast", "5..60").With("objective", "sharpe - alpha"), s_run, ["fast", "slow"], s_statistics);
        Assert.Contains("alpha needs a benchmark", check.Faults["objective"], StringComparison.Ordinal);
        Assert.Equal(9, check.Places["objective"]);
    }

    [Theory]
    [InlineData("range.fast", "60..5", "rise from its first value")]
    [InlineData("range.fast", "5..x", "two numbers")]
    [InlineData("tries_seed", "one", "whole number")]
    [InlineData("budget", "0", "1 or more")]
    public void A_text_that_cannot_be_read_is_told_at_its_field(string key, string text, string words)
    {
        var check = StudyCheck.Of(StudyDraft.Read(null).With("range.slow", "20..50").With("method", "random").With(key, text), s_run, ["fast", "slow"], s_statistics);
        Assert.Contains(words, check.Faults[key], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_varied_is_a_fault() => Assert.Contains("Nothing is varied", StudyCheck.Of(StudyDraft.Read(null), s_run, ["fast"], s_statistics).Faults["ranges"], StringComparison.Ordinal);

    [Fact]
    public void A_walk_is_cut_by_bars_or_by_a_share()
    {
        var draft = StudyDraft.Read("range.fast=5..60");
        var check = StudyCheck.Of(draft, s_run, ["fast"], s_statistics);
        var usual = check.Walk(draft, 1000).Study.Walk;
        Assert.Equal((504, 126, 0, false, null), (usual.Train, usual.Test, usual.Purge, usual.Anchored, usual.Step));
        var shared = check.Walk(draft.With("share", "70").With("purge", "10"), 1000).Study.Walk;
        Assert.Equal((700, 290, 10), (shared.Train, shared.Test, shared.Purge));
        Assert.Contains("1 to 99", check.Walk(draft.With("share", "120"), 1000).Check.Faults["share"], StringComparison.Ordinal);
        Assert.Contains("2 or more", check.Walk(draft.With("train", "1"), 1000).Check.Faults["train"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_folds_of_a_scheme_are_the_usual_ones_unless_told_otherwise()
    {
        var draft = StudyDraft.Read("range.fast=5..60&scheme=kfold");
        var check = StudyCheck.Of(draft, s_run, ["fast"], s_statistics);
        Assert.True(draft.IsFolded);
        Assert.Equal((5, 1, 0, 0), Cut(draft));
        Assert.Equal((6, 2, 3, 90), Cut(draft.With("scheme", "combinatorial").With("purge", "3").With("embargo", "90")));
        Assert.Contains("\"many\" must be a whole number", check.Validation(draft.With("folds", "many")).Check.Faults["folds"], StringComparison.Ordinal);
        Assert.False(StudyDraft.Read("scheme=nonsense").IsFolded);

        (int, int, int, int) Cut(StudyDraft asked)
        {
            var validation = check.Validation(asked).Study.Validation;
            return (validation.Folds, validation.TestFolds, validation.Purge, validation.Embargo);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_link_of_a_cross_validation_asks_for_the_same(int tested)
    {
        var sweep = new SweepDefinition { Run = s_run, Axes = [SweepAxis.Of("fast", 5, 60, 5)], Seed = 7 };
        string link = StudyLink.Again(new CrossValidationStudy(new CrossValidationDefinition { Sweep = sweep, Folds = 7, TestFolds = tested, Purge = 4, Embargo = 50 }));
        Assert.StartsWith("walk-forward?strategy=sma-crossover", link, StringComparison.Ordinal);
        var draft = StudyDraft.Read(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        var (study, check) = StudyCheck.Of(draft, s_run, ["fast"], s_statistics).Validation(draft);
        Assert.Empty(check.Faults);
        Assert.Equal((7, tested, 4, 50), (study.Validation.Folds, study.Validation.TestFolds, study.Validation.Purge, study.Validation.Embargo));
    }

    [Fact]
    public void The_link_of_a_study_asks_for_the_same_study()
    {
        var sweep = new SweepDefinition { Run = s_run, Axes = [SweepAxis.Of("fast", 5, 60, 5), SweepAxis.Parse("stop_pct=1,2,5")], Where = "fast < slow", Objective = "sharpe - 0.5 * turnover", Method = "tpe", Budget = 300, Seed = 7 };
        string link = StudyLink.Again(new WalkForwardStudy(new WalkForwardDefinition { Sweep = sweep, Train = 300, Test = 60, Purge = 5, Anchored = true }));
        Assert.StartsWith("walk-forward?strategy=sma-crossover", link, StringComparison.Ordinal);
        var draft = StudyDraft.Read(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        var (study, check) = StudyCheck.Of(draft, s_run, ["fast", "slow"], s_statistics).Walk(draft, 1000);
        Assert.Empty(check.Faults);
        Assert.Equal((300, 60, 5, true), (study.Walk.Train, study.Walk.Test, study.Walk.Purge, study.Walk.Anchored));
        Assert.Equal((sweep.Where, sweep.Objective, sweep.Method, sweep.Budget, sweep.Seed), (study.Tried.Where, study.Tried.Objective, study.Tried.Method, study.Tried.Budget, study.Tried.Seed));
        Assert.Equal(sweep.Axes.Select(axis => string.Join(',', axis.Values)), study.Tried.Axes.Select(axis => string.Join(',', axis.Values)));
    }
}
