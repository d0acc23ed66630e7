using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Studies;

public sealed class SweepVerdictTests
{
    private static readonly StatisticRegistry s_statistics = StatisticRegistry.Shipped();

    [Theory]
    [InlineData(0.97, 0.2, 0.01, LuckOutcome.Clear, "stands out beyond luck")]
    [InlineData(0.95, 0.49, 0.049, LuckOutcome.Clear, "stands out beyond luck")]
    [InlineData(0.94, 0.2, 0.01, LuckOutcome.Unclear, "2 of 3 tests pass")]
    [InlineData(0.97, 0.5, 0.05, LuckOutcome.Unclear, "1 of 3 tests pass")]
    [InlineData(0.5, 0.7, 0.4, LuckOutcome.Luck, "what luck alone would find")]
    [InlineData(0.5, null, 0.4, LuckOutcome.Luck, "Nothing shows")]
    [InlineData(0.97, null, null, LuckOutcome.Unclear, "only one test of three")]
    [InlineData(null, null, null, LuckOutcome.Unknown, "cannot be said")]
    public void The_headline_follows_the_three_tests(double? deflated, double? overfit, double? byChance, LuckOutcome outcome, string words)
    {
        var verdict = SweepVerdict.Of(SweepResults.Make(deflated, overfit, byChance), s_statistics);
        Assert.Equal(outcome, verdict.Outcome);
        Assert.Contains(words, verdict.Headline, StringComparison.Ordinal);
        Assert.Equal(3, verdict.Tests.Count);
    }

    [Theory]
    [InlineData(0.1, 0.05, "only a walk-forward says")]
    [InlineData(0.4, 0.05, "keep it")]
    [InlineData(0.1, 0.3, "nothing here is better than not trading")]
    [InlineData(null, null, "only a walk-forward says")]
    public void The_recommendation_is_held_against_not_choosing_and_not_trading(double? @default, double? hold, string words)
    {
        string text = SweepVerdict.Of(SweepResults.Make(@default: @default, hold: hold), s_statistics).Text;
        Assert.Contains("the plateau, fast 15, slow 50", text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recommendation_at_the_end_of_a_range_says_that_nobody_looked_beyond()
    {
        var inside = SweepResults.Make();
        Assert.DoesNotContain("edge", SweepVerdict.Of(inside, s_statistics).Text, StringComparison.Ordinal);
        string text = SweepVerdict.Of(inside with { Plateau = inside.Best }, s_statistics).Text;
        Assert.Contains($"It lies at the edge of the search (fast {SweepResults.Axes[0].Values[0]} of {SweepResults.Axes[0].Range}, slow {SweepResults.Axes[1].Values[3]} of {SweepResults.Axes[1].Range}): what lies beyond was not looked at.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_by_name_and_ranges_of_two_values_have_no_edge()
    {
        SweepAxis[] axes = [new("entry", ["cross", "state", "both"]), new("fast", ["5", "10"]), new("slow", ["20", "30", "40"])];
        var row = new SweepRow(0, new Dictionary<string, string> { ["entry"] = "cross", ["fast"] = "5", ["slow"] = "30" }, new Dictionary<string, double?>(), 1);
        Assert.Empty(RangeEdge.Of(axes, row));
        Assert.Equal(["slow 40 of 20..40:10"], RangeEdge.Of(axes, row with { Values = new Dictionary<string, string> { ["entry"] = "both", ["fast"] = "10", ["slow"] = "40" } }));
    }

    [Fact]
    public void Every_try_is_named_and_a_test_that_could_not_be_made_says_why()
    {
        var tests = SweepVerdict.Of(SweepResults.Make(overfit: null), s_statistics).Tests;
        Assert.Contains("80 tries", tests[0].Text, StringComparison.Ordinal);
        Assert.Null(tests[1].Passes);
        Assert.Equal("Not defined: 16 sets have fewer than 32 days.", tests[1].Text);
    }

    [Fact]
    public void The_tests_say_what_they_rank_by_and_what_a_sample_does_to_them()
    {
        var whole = SweepResults.Make();
        var tests = SweepVerdict.Of(whole, s_statistics).Tests;
        Assert.Contains("A set counts again when a sweep of other ranges or settings tries it", tests[0].Text, StringComparison.Ordinal);
        Assert.Contains("16 of 16 sets take part, ranked by Sharpe ratio whatever the objective is", tests[1].Text, StringComparison.Ordinal);
        Assert.Contains("in the mean return of a day, whatever the objective is", tests[2].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("too small", tests[2].Text, StringComparison.Ordinal);
        Assert.Contains("Of 900 sets these are the ones looked at; what a sample leaves out makes the figure rather too small than too large.", SweepVerdict.Of(whole with { Sets = 900 }, s_statistics).Tests[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_set_is_not_1_sets()
    {
        var one = SweepResults.Make() with { Sets = 1, Trials = 1 };
        Assert.DoesNotContain(SweepVerdict.Of(one, s_statistics).Tests, test => test.Text.Contains("1 sets", StringComparison.Ordinal) || test.Text.Contains("1 tries", StringComparison.Ordinal));
        Assert.StartsWith("The only set has no defined", SweepVerdict.Of(SweepResults.Make(any: false) with { Sets = 1 }, s_statistics).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_without_figures_is_not_judged()
    {
        var verdict = SweepVerdict.Of(SweepResults.Make(any: false), s_statistics);
        Assert.Equal((LuckOutcome.Unknown, 0), (verdict.Outcome, verdict.Tests.Count));
    }
}
