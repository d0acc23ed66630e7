using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Rules;

public sealed class RuleStrategyTests
{
    [Fact]
    public void Rules_of_a_crossover_decide_like_the_crossover_in_code()
    {
        var bars = TestBars.Random(11, 600);
        var coded = StrategyRegistry.Shipped().Get("sma-crossover");
        var ruled = Entry("buy when sma(20) crosses above sma(50) sell when sma(20) crosses below sma(50)");
        double[] expected = new double[bars.Count], actual = new double[bars.Count];
        coded.Strategy.Decide(bars, coded.Parameters.Defaults(), expected);
        ruled.Strategy.Decide(bars, ruled.Parameters.Defaults(), actual);
        Opinions.Hold(actual);
        Assert.Equal(coded.Parameters.Defaults().WarmUpBars + 1, ruled.Parameters.Defaults().WarmUpBars);
        Assert.Equal(expected[50..], actual[50..]);
        Assert.Contains(1.0, actual);
    }

    [Fact]
    public void Generated_rules_keep_the_contract_of_a_strategy()
    {
        var trees = new RuleTrees(99);
        var bars = TestBars.Random(17, 160);
        for (int i = 0; i < 60; i++)
        {
            var entry = RuleStrategy.Entry("rules", "Rules", trees.Next());
            var parameters = entry.Parameters.Defaults();
            double[] first = new double[bars.Count], second = new double[bars.Count];
            second.AsSpan().Fill(0.123);
            entry.Strategy.Decide(bars, parameters, first);
            entry.Strategy.Decide(bars, parameters, second);
            Assert.Equal(first, second);
            Assert.All(first.Take(parameters.WarmUpBars), target => Assert.True(double.IsNaN(target)));
            Assert.All(first.Skip(parameters.WarmUpBars), target => Assert.True(target is -1 or 0 or 1 or double.NaN));
            Assert.All(first.Skip(parameters.WarmUpBars).Take(1), target => Assert.False(double.IsNaN(target)));
            var report = LookAheadCheck.Run(entry.Strategy, parameters, bars, i, CancellationToken.None);
            Assert.True(report.IsClean, report.Sentence + "\n" + RuleText.Print(((RuleParameters)parameters).Rules));
            entry.Strategy.Decide(TestBars.Flat(), parameters, []);
            entry.Strategy.Decide(TestBars.Flat(10), parameters, new double[1]);
        }
    }

    [Fact]
    public void Named_numbers_are_parameters_with_the_range_of_where_they_are_used()
    {
        var entry = Entry("buy when rsi($period=14) < $low=30 for $days=2 bars sell when rsi($period) > 70");
        var (period, days, low) = (Definition("period"), Definition("days"), Definition("low"));
        Assert.Equal((ParameterKind.WholeNumber, "14", 2.0, 5000.0), (period.Kind, period.Default, period.Minimum, period.Maximum));
        Assert.Equal((5.0, 60.0), (period.Sweep!.From, period.Sweep.To));
        Assert.Equal((ParameterKind.WholeNumber, "2", 1.0, 1000.0), (days.Kind, days.Default, days.Minimum, days.Maximum));
        Assert.Equal((ParameterKind.Number, "30", (double?)null), (low.Kind, low.Default, low.Minimum));
        Assert.Null(entry.Parameters.Parse(new Dictionary<string, string> { ["period"] = "1" }, out var faults));
        Assert.Contains("must be a whole number from 2 to 5000", Assert.Single(faults), StringComparison.Ordinal);

        ParameterDefinition Definition(string name) => entry.Parameters.Definitions.Single(definition => definition.Name == name);
    }

    [Fact]
    public void A_value_of_a_parameter_stands_for_the_number_itself()
    {
        var named = Entry("buy when sma($fast=5) > 1.01 * sma($slow=20) sell otherwise");
        var plain = Entry("buy when sma(8) > 1.01 * sma(30) sell otherwise");
        var bars = TestBars.Random(2, 200);
        double[] expected = new double[200], actual = new double[200];
        plain.Strategy.Decide(bars, plain.Parameters.Defaults(), expected);
        var values = named.Parameters.Parse(new Dictionary<string, string> { ["fast"] = "8", ["slow"] = "30" }, out _)!;
        named.Strategy.Decide(bars, values, actual);
        Assert.Equal(expected, actual);
        Assert.Equal("8", named.Parameters.Format(values)["fast"]);
        Assert.Equal("Mine, fast 8, slow 30", named.Title(values));
        Assert.Equal("5", named.Parameters.Format(named.Parameters.Defaults())["fast"]);
    }

    [Fact]
    public void Values_that_do_not_fit_together_are_refused()
    {
        var entry = Entry("buy when macd_hist($fast=12, $slow=26, 9) > 0");
        Assert.Null(entry.Parameters.Parse(new Dictionary<string, string> { ["fast"] = "30" }, out var faults));
        Assert.Contains("fast must be below slow", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_in_words_what_it_does()
    {
        var entry = Entry("buy when rsi($p=14) < 30 and close > sma(200) sell when rsi($p) > 70 sell after 10 bars short when close < low[1]");
        Assert.Equal("Buys when rsi(14) < 30 and close > sma(200); sells when rsi(14) > 70 or after 10 bars. Sells short when close < low[1].", entry.Logic);
        Assert.EndsWith(".", entry.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("buy when close > open", "No rule leaves the position")]
    [InlineData("sma(20) crosses above sma(50)", "A cross holds for one bar")]
    [InlineData("buy when sma(20) crosses above sma(50) for 3 bars sell otherwise", "never fulfilled")]
    public void What_is_probably_not_meant_is_said(string text, string words) =>
        Assert.Contains(RuleWords.Advice(Rules.Of(text)), advice => advice.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Sound_rules_get_no_advice() => Assert.Empty(RuleWords.Advice(Rules.Of("buy when rsi(14) < 30 sell when rsi(14) > 70")));

    private static StrategyEntry Entry(string text) => RuleStrategy.Entry("mine", "Mine", Rules.Of(text));
}
