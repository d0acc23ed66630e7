using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Rules;

/// <summary>Rules answered 64 bars at a time say what <see cref="NaiveRules"/> says bar by bar: of every condition, and of the position.</summary>
public sealed class RuleAgreementTests
{
    private const int Trees = 400;

    [Fact]
    public void Generated_conditions_are_answered_as_bar_by_bar()
    {
        var trees = new RuleTrees(5);
        var seen = new Dictionary<Truth, int>();
        for (int i = 0; i < Trees; i++)
        {
            var (rules, values, bars) = Case(trees, i);
            string[] names = [.. values.Keys];
            var (program, naive) = (new RuleProgram(rules, names), new NaiveRules(rules, values, bars));
            foreach (var condition in rules.Conditions)
            {
                Truth[] expected = naive.Of(condition);
                Assert.Equal(expected, Answer(program, bars, condition, [.. values.Values]));
                foreach (var truth in expected)
                {
                    seen[truth] = seen.GetValueOrDefault(truth) + 1;
                }
            }
        }

        Assert.True(Enum.GetValues<Truth>().All(truth => seen.GetValueOrDefault(truth) > 1000), string.Join(", ", seen));
    }

    [Fact]
    public void Generated_rules_hold_what_they_hold_bar_by_bar()
    {
        var trees = new RuleTrees(6);
        var seen = new Dictionary<double, int>();
        for (int i = 0; i < Trees; i++)
        {
            var (rules, values, bars) = Case(trees, i);
            var entry = RuleStrategy.Entry("rules", "Rules", rules);
            var parameters = entry.Parameters.Defaults();
            double[] target = new double[bars.Count];
            entry.Strategy.Decide(bars, parameters, target);
            double[] expected = new NaiveRules(rules, values, bars).Decide(parameters.WarmUpBars);
            Assert.True(expected.SequenceEqual(target), $"{RuleText.Print(rules)}\nbar {Enumerable.Range(0, bars.Count).FirstOrDefault(bar => !expected[bar].Equals(target[bar]))} of {bars.Count}");
            AssertBits(entry, parameters, bars, target);
            foreach (double wanted in expected)
            {
                seen[wanted] = seen.GetValueOrDefault(wanted) + 1;
            }
        }

        Assert.True(new[] { -1, 0, 1, double.NaN }.All(wanted => seen.GetValueOrDefault(wanted) > 150), string.Join(", ", seen));
    }

    [Fact]
    public void Only_rules_that_are_never_short_say_so_in_bits()
    {
        Assert.True(TryHold("buy when close > open"));
        Assert.False(TryHold("buy when close > open short when close < open"));
        Assert.False(TryHold("short when close < open"));

        static bool TryHold(string text)
        {
            var entry = RuleStrategy.Entry("rules", "Rules", Rules.Of(text));
            return ((IHoldStrategy)entry.Strategy).TryHold(TestBars.Random(1, 10), new StrategyColumns([], 10), entry.Parameters.Defaults(), new ulong[1], new ulong[1]);
        }
    }

    /// <summary>The answer of a condition on every bar.</summary>
    internal static Truth[] Answer(RuleProgram program, BarSeries bars, Condition condition, double[] values)
    {
        var (yes, no) = program.Answer(bars, condition, values);
        Assert.All(yes.Zip(no), both => Assert.Equal(0UL, both.First & both.Second));
        Assert.All(Enumerable.Range(bars.Count, (yes.Length * 64) - bars.Count), bar => Assert.False(Has(yes, bar) || Has(no, bar)));
        return [.. Enumerable.Range(0, bars.Count).Select(bar => Has(yes, bar) ? Truth.Yes : Has(no, bar) ? Truth.No : Truth.Unknown)];
    }

    private static void AssertBits(StrategyEntry entry, StrategyParameters parameters, BarSeries bars, double[] target)
    {
        var strategy = (IHoldStrategy)entry.Strategy;
        ulong[] held = [.. Enumerable.Repeat(ulong.MaxValue, BitColumn.Words(bars.Count))], anew = [.. held];
        double[][] columns = new IndicatorPlan(IndicatorRegistry.Shipped(), strategy.Columns(parameters)).Compute(bars).ToArrays();
        if (strategy.TryHold(bars, new StrategyColumns(columns, bars.Count), parameters, held, anew))
        {
            double[] all = [.. target];
            Opinions.Hold(all);
            Assert.Equal(all.Select(wanted => wanted == 1), Enumerable.Range(0, bars.Count).Select(bar => Has(held, bar)));
            Assert.Equal(target.Select(wanted => wanted == 1), Enumerable.Range(0, bars.Count).Select(bar => Has(anew, bar)));
        }
    }

    /// <summary>Rules, the defaults of their parameters, and bars of any length; half of them of few different prices, a quarter with gaps.</summary>
    private static (RuleSet Rules, SortedDictionary<string, double> Values, BarSeries Bars) Case(RuleTrees trees, int number)
    {
        var rules = trees.Next();
        var schema = RuleStrategy.Entry("rules", "Rules", rules).Parameters;
        var values = new SortedDictionary<string, double>(schema.Definitions.ToDictionary(one => one.Name, one => double.Parse(one.Default, System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        int count = 1 + (number * 37 % 330);
        var bars = TestBars.Random(number, count);
        double[] closes = bars.Close.ToArray();
        return (rules, values, (number % 4) switch
        {
            0 => TestBars.Flat([.. closes.Select(close => 10 + (Math.Round(close) % 3))]),
            1 => TestBars.Flat([.. closes.Select((close, bar) => bar % 50 == 49 ? double.NaN : close)]),
            _ => bars,
        });
    }

    private static bool Has(ulong[] bits, int bar) => ((bits[bar / 64] >> (bar % 64)) & 1) == 1;
}
