using System.Globalization;
using System.Text.RegularExpressions;
using AlphaFactory.Core.Rules;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Rules;

/// <summary>docs/rules.md says nothing that the language does not do.</summary>
public sealed class RuleDocumentTests
{
    private static readonly string s_page = Repository.Read("docs/rules.md");

    [Fact]
    public void Every_example_can_be_read_and_decides()
    {
        var bars = TestBars.Random(1, 400);
        var examples = Regex.Matches(s_page, "```rules\n(?<text>.*?)\n```", RegexOptions.Singleline).Select(match => match.Groups["text"].Value).ToList();
        Assert.True(examples.Count >= 7);
        foreach (string example in examples)
        {
            var entry = RuleStrategy.Entry("example", "Example", Rules.Of(example));
            double[] target = new double[bars.Count];
            entry.Strategy.Decide(bars, entry.Parameters.Defaults(), target);
            Assert.Contains(target, value => value is 0 or 1);
            Assert.Empty(RuleWords.Advice(Rules.Of(example)));
        }
    }

    [Fact]
    public void Every_value_named_in_the_text_can_be_read()
    {
        string[] values = ["rsi(14)", "macd_signal(12, 26, signal=5)", "bb_upper(20)", "cdl_engulfing", "pivot_r1(session=week)", "sma_200", "donchian_upper(20)[1]", "1.02 * sma(20)"];
        Assert.All(values, value =>
        {
            Assert.Contains($"`{value}`", s_page, StringComparison.Ordinal);
            Rules.Of($"buy when {value} > close");
        });
    }

    [Fact]
    public void The_limits_are_those_of_the_code()
    {
        string limits = string.Create(CultureInfo.InvariantCulture, $"{RuleLimits.Characters:N0} characters, {RuleLimits.Comparisons} comparisons, {RuleLimits.Indicators} different indicators, {RuleLimits.Parameters} parameters, nesting to a depth of {RuleLimits.Depth}, looking back {RuleLimits.Bars:N0} bars");
        Assert.Contains(limits, s_page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_faulty_text_is_refused_as_shown()
    {
        var fault = Rules.FaultOf("rsii(14) < 30");
        Assert.Contains($"{fault.Describe("rsii(14) < 30")}\n{fault.Picture("rsii(14) < 30")}", s_page, StringComparison.Ordinal);
    }
}
