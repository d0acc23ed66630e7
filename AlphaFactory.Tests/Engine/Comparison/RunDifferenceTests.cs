using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Comparison;

public sealed class RunDifferenceTests
{
    private static readonly BarSeries s_bars = TestBars.Synthetic();
    private static readonly BacktestResult s_result = TestRuns.Run(TestRuns.Crossover, s_bars);

    [Fact]
    public void A_repetition_differs_in_nothing()
    {
        var difference = RunDifference.Between(s_result, TestRuns.Run(TestRuns.Crossover with { Source = "csv" }, s_bars));
        Assert.True(difference is { SameFingerprint: true, SameBars: true, SameProgram: true, AllTradesSame: true });
        Assert.All(difference.Figures, figure => Assert.False(figure.Differs));
        Assert.Equal("Nothing that decides a result differs: the same program, settings and bars.", difference.Sentence);
    }

    [Fact]
    public void Settings_that_differ_are_named_and_the_rest_agrees()
    {
        var other = TestRuns.Run(TestRuns.Crossover with { Parameters = Fast(10), InitialCapital = 50_000 }, s_bars);
        var difference = RunDifference.Between(s_result, other);
        Assert.Equal(["fast", "capital"], difference.Changed.Select(setting => setting.Key));
        Assert.Equal(["20", "10"], difference.Changed.First().Values);
        Assert.Equal("They differ in fast and capital.", difference.Sentence);
        Assert.True(difference is { SameFingerprint: false, SameBars: true, SameProgram: true, AllTradesSame: false });
    }

    [Fact]
    public void A_parameter_of_a_rule_is_a_setting_and_its_default_is_the_same_as_leaving_it_out()
    {
        BacktestResult Run(RuleChoice risk) => TestRuns.Run(TestRuns.Crossover with { Sizing = new RuleChoice("volatility-target"), Risk = [risk] }, s_bars);
        var rule = AlphaFactory.Core.Risk.RiskRegistry.Shipped().Find("day-loss")!.Parameters.Definitions[0];
        var left = Run(new RuleChoice("day-loss"));
        Assert.Empty(RunDifference.Between(left, Run(new RuleChoice("day-loss").With(rule.Name, rule.Default))).Changed);
        var difference = RunDifference.Between(left, Run(new RuleChoice("day-loss").With(rule.Name, "7.5")));
        var only = Assert.Single(difference.Changed);
        Assert.Equal(($"risk.day-loss.{rule.Name}", rule.Default, "7.5"), (only.Key, only.Values[0], only.Values[1]));
        Assert.Contains(difference.Settings, setting => setting.Key.StartsWith("sizing.", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_bars_are_told_although_every_setting_is_the_same()
    {
        var difference = RunDifference.Between(s_result, TestRuns.Run(TestRuns.Crossover, s_bars.Slice(0, 900)));
        Assert.Empty(difference.Changed);
        Assert.Equal("They differ in the bars they saw.", difference.Sentence);
        Assert.True(difference.SameTrades > 0);
    }

    [Fact]
    public void Another_program_is_what_is_left_when_settings_and_bars_agree()
    {
        var older = s_result with { Fingerprint = new string('0', 64) };
        Assert.True(RunFingerprint.IsOfThisVersion(s_result));
        Assert.False(RunFingerprint.IsOfThisVersion(older));
        var difference = RunDifference.Between(s_result, older);
        Assert.False(difference.SameProgram);
        Assert.Equal("They differ in the version of the program, and yet made the same trades.", difference.Sentence);
    }

    [Fact]
    public void Whether_two_older_programs_are_one_cannot_be_told()
    {
        var other = TestRuns.Run(TestRuns.Crossover with { Parameters = Fast(10) }, s_bars);
        Assert.Null(RunDifference.Between(s_result with { Fingerprint = new string('0', 64) }, other with { Fingerprint = new string('1', 64) }).SameProgram);
    }

    [Fact]
    public void The_order_of_the_two_runs_turns_the_answer_round_and_changes_nothing_else() =>
        Prop.ForAll(Gen.Choose(2, 40).Two().ToArbitrary(), drawn =>
        {
            var one = TestRuns.Run(TestRuns.Crossover with { Parameters = Fast(drawn.Item1) }, s_bars);
            var other = TestRuns.Run(TestRuns.Crossover with { Parameters = Fast(drawn.Item2) }, s_bars);
            RunDifference there = RunDifference.Between(one, other), back = RunDifference.Between(other, one);
            return there.Sentence == back.Sentence && there.SameTrades == back.SameTrades && there.SameFingerprint == (drawn.Item1 == drawn.Item2)
                && there.Figures.Zip(back.Figures).All(pair => pair.First.First == pair.Second.Second);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(20_261_128UL, 9UL));

    private static Dictionary<string, string> Fast(int bars) => new() { ["fast"] = $"{bars}" };
}
