using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Rules.Answering;
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
            AnswerAt?[] places = [program.LongSide?.Entry, program.LongSide?.Exit, program.ShortSide?.Entry, program.ShortSide?.Exit];
            foreach (var (condition, place) in rules.Conditions.Zip(places.OfType<AnswerAt>(), (condition, place) => (condition, place)))
            {
                Truth[] expected = naive.Of(condition);
                Assert.Equal(expected, Answer(program, bars, place, [.. values.Values]));
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
    public void Only_rules_that_are_never_short_have_no_column_for_it()
    {
        Assert.True(IsNeverShort("buy when close > open"));
        Assert.False(IsNeverShort("buy when close > open short when close < open"));
        Assert.False(IsNeverShort("short when close < open"));

        static bool IsNeverShort(string text)
        {
            var entry = RuleStrategy.Entry("rules", "Rules", Rules.Of(text));
            var decider = ((ISideStrategy)entry.Strategy).NewDecider();
            decider.Decide(TestBars.Random(1, 10), new StrategyColumns([], 10), entry.Parameters.Defaults());
            return decider.Bits.HeldShort.IsEmpty;
        }
    }

    [Fact]
    public void A_decider_that_has_decided_before_says_what_a_new_one_says()
    {
        // Conditions whose parameters have not changed are not answered again: every way from one set, one series and one text of rules to the next must be noticed.
        string[] texts =
        [
            "buy when sma($fast=3) crosses above sma($slow=8) within 3 bars and close > $level=9 sell when sma($fast) crosses below sma($slow) short when close < $factor=0.98 * sma($slow)[$ago=2] for $length=2 bars cover after $wait=5 bars",
            "buy when close > open and rsi($fast=5) < $level=60 sell when rsi($fast) > 70 or close < donchian_lower($slow=10)[1]",
            "short when not close > sma($slow=6) cover otherwise",
        ];
        StrategyEntry[] entries = [.. texts.Select(text => RuleStrategy.Entry("rules", "Rules", Rules.Of(text)))];
        BarSeries[] series = [.. Enumerable.Range(1, 4).Select(seed => TestBars.Random(seed, 40 * seed)), TestBars.Random(9, 160)];
        var random = new Random(11);
        ISideDecider decider = ((ISideStrategy)entries[0].Strategy).NewDecider();
        var (entry, bars, values) = (entries[0], series[0], new Dictionary<string, string>());
        int differing = 0;
        double[] last = [];
        for (int i = 0; i < 600; i++)
        {
            switch (random.Next(12))
            {
                case 0:
                    (entry, values) = (entries[random.Next(entries.Length)], []);
                    break;
                case 1:
                    bars = series[random.Next(series.Length)];
                    break;
                default:
                    var parameter = entry.Parameters.Definitions[random.Next(entry.Parameters.Definitions.Count)];
                    values[parameter.Name] = random.Next(2, 14).ToString(System.Globalization.CultureInfo.InvariantCulture);
                    break;
            }

            var parameters = entry.Parameters.Parse(values, out var faults) ?? throw new InvalidOperationException(string.Join(" ", faults));
            double[][] columns = new IndicatorPlan(IndicatorRegistry.Shipped(), ((ISideStrategy)entry.Strategy).Columns(parameters)).Compute(bars).ToArrays();
            decider.Decide(bars, new StrategyColumns(columns, bars.Count), parameters);
            double[] target = new double[bars.Count], expected = new double[bars.Count];
            decider.Bits.CopyTo(target);
            entry.Strategy.Decide(bars, parameters, expected);
            Assert.Equal(expected, target);
            differing += target.SequenceEqual(last) ? 0 : 1;
            last = target;
        }

        Assert.InRange(differing, 200, 590);
    }

    /// <summary>The answer of a condition on every bar.</summary>
    internal static Truth[] Answer(RuleProgram program, BarSeries bars, AnswerAt at, double[] values)
    {
        var answers = new RuleAnswers(program);
        answers.Answer(new RuleInput(bars, new StrategyColumns(new IndicatorPlan(IndicatorRegistry.Shipped(), program.Read(values)).Compute(bars).ToArrays(), bars.Count), values));
        ulong[] yes = answers.Bits[at.Yes].ToArray(), no = answers.Bits[at.No].ToArray();
        Assert.All(yes.Zip(no), both => Assert.Equal(0UL, both.First & both.Second));
        Assert.All(Enumerable.Range(bars.Count, (yes.Length * 64) - bars.Count), bar => Assert.False(Has(yes, bar) || Has(no, bar)));
        return [.. Enumerable.Range(0, bars.Count).Select(bar => Has(yes, bar) ? Truth.Yes : Has(no, bar) ? Truth.No : Truth.Unknown)];
    }

    private static void AssertBits(StrategyEntry entry, StrategyParameters parameters, BarSeries bars, double[] target)
    {
        var strategy = (ISideStrategy)entry.Strategy;
        double[][] columns = new IndicatorPlan(IndicatorRegistry.Shipped(), strategy.Columns(parameters)).Compute(bars).ToArrays();
        var decider = strategy.NewDecider();
        decider.Decide(bars, new StrategyColumns(columns, bars.Count), parameters);
        var bits = decider.Bits;
        double[] all = [.. target];
        Opinions.Hold(all);
        AssertSame(all.Select(wanted => wanted == 1), bits.HeldLong, bars.Count);
        AssertSame(target.Select(wanted => wanted == 1), bits.AnewLong, bars.Count);
        if (!bits.HeldShort.IsEmpty)
        {
            AssertSame(all.Select(wanted => wanted == -1), bits.HeldShort, bars.Count);
            AssertSame(target.Select(wanted => wanted == -1), bits.AnewShort, bars.Count);
        }
    }

    private static void AssertSame(IEnumerable<bool> expected, ReadOnlySpan<ulong> bits, int bars)
    {
        ulong[] actual = bits.ToArray();
        Assert.Equal(expected.Concat(Enumerable.Repeat(false, (64 * actual.Length) - bars)), Enumerable.Range(0, 64 * actual.Length).Select(bar => Has(actual, bar)));
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
