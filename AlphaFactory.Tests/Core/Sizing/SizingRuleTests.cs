using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Core.Sizing;

public sealed class SizingRuleTests
{
    [Theory]
    [InlineData("fixed-fraction", double.NaN, 0.6)]
    [InlineData("equal-weight", double.NaN, 0.1)]
    [InlineData("volatility-target", 0.30, 0.5)]
    [InlineData("volatility-target", 0.10, 0.6)]
    [InlineData("atr-target", 0.02, 0.5)]
    [InlineData("fixed-risk", 0.05, 0.2)]
    [InlineData("fixed-risk", 0.01, 0.6)]
    public void The_share_is_what_the_formula_says_and_no_more_than_the_largest(string rule, double number, double expected) =>
        Assert.Equal(expected, Share(rule, new SizingFacts { Measure = number, StopDistance = number, Largest = 0.6 }), 12);

    [Theory]
    [InlineData("volatility-target", "volatility-unknown")]
    [InlineData("atr-target", "range-unknown")]
    [InlineData("fixed-risk", "stop-missing")]
    public void Without_its_number_there_is_no_size(string rule, string code)
    {
        Assert.Equal(code, Assert.IsType<SizingAnswer.Unknown>(Answer(rule, new SizingFacts { Measure = double.NaN, StopDistance = double.NaN, Largest = 1 })).Code);
        Assert.Equal(code, Assert.IsType<SizingAnswer.Unknown>(Answer(rule, new SizingFacts { Measure = 0, StopDistance = 0, Largest = 1 })).Code);
    }

    [Fact]
    public void More_volatility_or_a_farther_stop_never_makes_a_position_larger()
    {
        var cases = from rule in Gen.Elements("volatility-target", "atr-target", "fixed-risk")
                    from low in Gen.Choose(1, 100_000)
                    from more in Gen.Choose(0, 100_000)
                    select (rule, low / 100_000.0, (low + more) / 100_000.0);
        Prop.ForAll(cases.ToArbitrary(), input =>
            Share(input.rule, new SizingFacts { Measure = input.Item2, StopDistance = input.Item2, Largest = 1 }) >= Share(input.rule, new SizingFacts { Measure = input.Item3, StopDistance = input.Item3, Largest = 1 }))
            .Check(Config.QuickThrowOnFailure.WithReplay(20_241_128, 31));
    }

    [Fact]
    public void Volatility_is_the_deviation_of_log_returns_a_year()
    {
        // Twenty returns that go up and down by one per cent: a deviation of 0.01 x sqrt(20 / 19).
        double[] prices = [.. Enumerable.Range(0, 21).Select(i => i % 2 == 0 ? 100 : 100 * Math.Exp(0.01))];
        var entry = SizingRegistry.Shipped().Find("volatility-target")!;
        double[] measure = entry.Rule.Measure(TestBars.Flat(prices), entry.Parameters.Defaults());
        Assert.All(measure[..20], value => Assert.True(double.IsNaN(value)));
        Assert.Equal(0.01 * Math.Sqrt(20.0 / 19 * 252), measure[20], 12);
    }

    [Fact]
    public void The_average_true_range_is_taken_over_the_close()
    {
        var bars = TestBars.Of([.. Enumerable.Repeat((50.0, 51.0, 49.0, 50.0), 30)]);
        var entry = SizingRegistry.Shipped().Find("atr-target")!;
        Assert.Equal(2.0 / 50, entry.Rule.Measure(bars, entry.Parameters.Defaults())[^1], 12);
    }

    [Theory]
    [InlineData("1d", 252)]
    [InlineData("1h", 252 * 7)]
    [InlineData("5m", 252 * 78)]
    [InlineData("1m", 252 * 390)]
    public void A_year_has_252_days_of_390_minutes(string interval, int expected)
    {
        Assert.True(BarInterval.TryParse(interval, out var parsed));
        Assert.Equal(expected, BarsOfYear.Of(parsed));
    }

    internal static SizingAnswer Answer(string rule, SizingFacts facts, params (string Name, string Text)[] parameters)
    {
        var entry = SizingRegistry.Shipped().Find(rule)!;
        var record = entry.Parameters.Parse(parameters.ToDictionary(pair => pair.Name, pair => pair.Text), out var faults);
        Assert.Empty(faults);
        return entry.Rule.Size(facts, record!);
    }

    internal static double Share(string rule, SizingFacts facts, params (string Name, string Text)[] parameters) =>
        Assert.IsType<SizingAnswer.Sized>(Answer(rule, facts, parameters)).Share;
}
