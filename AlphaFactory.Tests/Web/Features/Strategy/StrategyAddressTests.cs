using AlphaFactory.Core.Strategies;
using AlphaFactory.Web.Features.Strategy;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Web.Features.Strategy;

public sealed class StrategyAddressTests
{
    private static readonly StrategyEntry s_entry = StrategyRegistry.Shipped().Get("sma-crossover");

    [Fact]
    public void A_link_says_values_series_period_and_range()
    {
        var address = StrategyAddress.Read("?symbol=ABC&interval=1h&from=2020-01-02&set.fast=7&range=1Y&capital=5&nonsense=1");
        var spec = address.Request("sma-crossover").Spec;
        Assert.Equal(("ABC", 60, new DateOnly(2020, 1, 2), "7"), (spec.Symbol, spec.Interval.Minutes, spec.From!.Value, spec.Parameters["fast"]));
        Assert.Equal("symbol=ABC&interval=1h&from=2020-01-02&set.fast=7&range=1Y", address.ToQuery());
    }

    [Fact]
    public void A_value_that_is_the_default_stays_out_of_the_link()
    {
        var address = StrategyAddress.Read("?symbol=ABC&set.fast=7").WithParameters(new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "80" }, s_entry.Parameters);
        Assert.Equal("symbol=ABC&set.slow=80", address.ToQuery());
    }

    [Fact]
    public void Any_values_survive_the_way_through_a_link() =>
        Prop.ForAll(Gen.Choose(1, 999).Zip(Gen.Choose(2, 1999)).Zip(Gen.Elements(StrategyAddress.Ranges.ToArray())).ToArbitrary(), drawn =>
        {
            var values = new Dictionary<string, string> { ["fast"] = $"{drawn.Item1.Item1}", ["slow"] = $"{drawn.Item1.Item2}" };
            var address = StrategyAddress.Read("?symbol=A%26B").WithParameters(values, s_entry.Parameters) with { Range = drawn.Item2 };
            var again = StrategyAddress.Read("?" + address.ToQuery());
            return again.ToQuery() == address.ToQuery() && again["symbol"] == "A&B" && again.Range == drawn.Item2
                && values.All(pair => (again.Parameters.GetValueOrDefault(pair.Key) ?? s_entry.Parameters.Definitions.First(definition => definition.Name == pair.Key).Default) == pair.Value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20_261_128UL, 5UL));
}
