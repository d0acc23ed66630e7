using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Rules.Answering;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Rules;

public sealed class RuleAnswersTests
{
    private const Truth No = Truth.No, Unknown = Truth.Unknown, Yes = Truth.Yes;

    private static readonly BarSeries s_bars = TestBars.Flat(10, 12, 11, 13, 13, 9);

    [Theory]
    [InlineData("close > 11", new[] { No, Yes, No, Yes, Yes, No })]
    [InlineData("close >= 11", new[] { No, Yes, Yes, Yes, Yes, No })]
    [InlineData("close <= 11", new[] { Yes, No, Yes, No, No, Yes })]
    [InlineData("close = 13", new[] { No, No, No, Yes, Yes, No })]
    [InlineData("close != 13", new[] { Yes, Yes, Yes, No, No, Yes })]
    [InlineData("close > close[1]", new[] { Unknown, Yes, No, Yes, No, No })]
    [InlineData("close > 1.1 * close[1]", new[] { Unknown, Yes, No, Yes, No, No })]
    [InlineData("close > 1.2 * close[1]", new[] { Unknown, No, No, No, No, No })]
    [InlineData("close crosses above 11", new[] { Unknown, Yes, No, Yes, No, No })]
    [InlineData("close crosses below 11", new[] { Unknown, No, No, No, No, Yes })]
    [InlineData("not close > close[1]", new[] { Unknown, No, Yes, No, Yes, Yes })]
    [InlineData("close > 11 for 2 bars", new[] { No, No, No, No, Yes, No })]
    [InlineData("close < 13 for 2 bars", new[] { Unknown, Yes, Yes, No, No, No })]
    [InlineData("close > 11 within 2 bars", new[] { Unknown, Yes, Yes, Yes, Yes, Yes })]
    [InlineData("close = 9 within 3 bars", new[] { Unknown, Unknown, No, No, No, Yes })]
    [InlineData("close > close[1] and close > 0", new[] { Unknown, Yes, No, Yes, No, No })]
    [InlineData("close > close[1] and close < 0", new[] { No, No, No, No, No, No })]
    [InlineData("close > close[1] or close > 0", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [InlineData("close > close[1] or close > 12", new[] { Unknown, Yes, No, Yes, Yes, No })]
    public void A_condition_is_answered_on_every_bar(string condition, Truth[] expected) => Assert.Equal(expected, Answer(condition, s_bars));

    [Fact]
    public void A_missing_value_neither_fulfils_a_condition_nor_its_negation()
    {
        var bars = TestBars.Flat(10, 11, double.NaN, 12, 13);
        Assert.Equal([Yes, Yes, Unknown, Yes, Yes], Answer("close > 0", bars));
        Assert.Equal([No, No, Unknown, No, No], Answer("not close > 0", bars));
        Assert.Equal([Unknown, Yes, Unknown, Unknown, Yes], Answer("close > 0 for 2 bars", bars));
        double[] target = new double[5];
        var entry = RuleStrategy.Entry("r", "R", Rules.Of("buy when not close < 0 sell otherwise"));
        entry.Strategy.Decide(bars, entry.Parameters.Defaults(), target);
        Opinions.Hold(target);
        Assert.Equal([1, 1, 1, 1, 1], target);
    }

    [Fact]
    public void Durations_agree_with_looking_at_every_bar_of_the_window()
    {
        var bars = TestBars.Random(3, 300);
        Truth[] plain = Answer("close > sma(5)[2]", bars);
        foreach (int length in (int[])[1, 2, 7, 40])
        {
            Truth[] held = Answer($"close > sma(5)[2] for {length} bars", bars), seen = Answer($"close > sma(5)[2] within {length} bars", bars);
            for (int bar = 0; bar < bars.Count; bar++)
            {
                Truth[] window = [.. Enumerable.Range(bar - length + 1, length).Select(place => place < 0 ? Unknown : plain[place])];
                Assert.Equal(window.Min(), held[bar]);
                Assert.Equal(window.Max(), seen[bar]);
            }
        }
    }

    [Theory]
    [InlineData("buy when close > 11", new double[] { 0, 1, 1, 1, 1, 1 })]
    [InlineData("buy when close > 11 sell otherwise", new double[] { 0, 1, 0, 1, 1, 0 })]
    [InlineData("buy when close > 11 sell when close = 13", new double[] { 0, 1, 1, 0, 0, 0 })]
    [InlineData("buy when close = 12 sell after 2 bars", new double[] { 0, 1, 1, 0, 0, 0 })]
    [InlineData("buy when close > 11 sell after 1 bar", new double[] { 0, 1, 0, 1, 0, 0 })]
    [InlineData("short when close > 11 cover when close < 10", new double[] { 0, -1, -1, -1, -1, 0 })]
    [InlineData("buy when close = 12 short when close = 13", new double[] { 0, 1, 1, -1, -1, -1 })]
    [InlineData("buy when close > 11 short when close > 11", new double[] { 0, 0, 0, 0, 0, 0 })]
    [InlineData("buy when close > 11 sell when close > 11", new double[] { 0, 0, 0, 0, 0, 0 })]
    [InlineData("buy when close > close[1] sell otherwise", new[] { double.NaN, 1, 0, 1, 0, 0 })]
    public void Signals_become_targets(string rules, double[] expected)
    {
        var entry = RuleStrategy.Entry("r", "R", Rules.Of(rules));
        double[] target = new double[s_bars.Count];
        entry.Strategy.Decide(s_bars, entry.Parameters.Defaults(), target);
        Opinions.Hold(target);
        Assert.Equal(expected, target);
    }

    [Theory]
    [InlineData("buy when close crosses above 11", new[] { double.NaN, 1, double.NaN, 1, double.NaN, double.NaN })]
    [InlineData("buy when close > 11", new[] { 0, 1, double.NaN, 1, double.NaN, double.NaN })]
    [InlineData("buy when close > 9", new[] { 1, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN })]
    [InlineData("buy when close > 11 sell otherwise", new double[] { 0, 1, 0, 1, double.NaN, 0 })]
    public void An_entry_that_becomes_true_anew_is_said_anew(string rules, double[] expected)
    {
        var entry = RuleStrategy.Entry("r", "R", Rules.Of(rules));
        double[] target = new double[s_bars.Count];
        entry.Strategy.Decide(s_bars, entry.Parameters.Defaults(), target);
        Assert.Equal(expected, target);
    }

    private static Truth[] Answer(string condition, BarSeries bars)
    {
        var program = new RuleProgram(Rules.Of(condition), []);
        return RuleAgreementTests.Answer(program, bars, program.LongSide!.Entry, []);
    }
}
