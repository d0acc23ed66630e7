using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Contracts;

/// <summary>What every registered strategy must keep; a new one is tested by existing.</summary>
public sealed class StrategyContractTests
{
    private static readonly StrategyRegistry s_registry = StrategyRegistry.Shipped();

    public static TheoryData<string> Ids => [.. s_registry.All.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_does_not_look_ahead(string id)
    {
        var entry = s_registry.Get(id);
        foreach (int seed in Enumerable.Range(1, 5))
        {
            var report = LookAheadCheck.Run(entry.Strategy, entry.Parameters.Defaults(), TestBars.Random(seed, 400), seed, CancellationToken.None);
            Assert.True(report.IsClean, report.Sentence);
            Assert.Equal(40, report.Cuts);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_decides_the_same_twice_within_bounds_and_after_its_warm_up(string id)
    {
        var entry = s_registry.Get(id);
        var parameters = entry.Parameters.Defaults();
        var bars = TestBars.Random(11, 400);
        double[] first = new double[bars.Count], second = new double[bars.Count];
        second.AsSpan().Fill(0.123);
        entry.Strategy.Decide(bars, parameters, first);
        entry.Strategy.Decide(bars, parameters, second);
        Assert.Equal(first, second);
        Assert.All(first, target => Assert.True(double.IsNaN(target) || target is >= -1 and <= 1));
        Assert.All(first.Take(parameters.WarmUpBars), target => Assert.True(double.IsNaN(target)));
        Assert.All(first.Skip(parameters.WarmUpBars), target => Assert.False(double.IsNaN(target)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_copes_with_no_bar_and_with_one(string id)
    {
        var entry = s_registry.Get(id);
        entry.Strategy.Decide(TestBars.Flat(), entry.Parameters.Defaults(), []);
        entry.Strategy.Decide(TestBars.Flat(10), entry.Parameters.Defaults(), new double[1]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_what_it_does_and_when_it_fails(string id)
    {
        var entry = s_registry.Get(id);
        Assert.Matches("^[a-z][a-z0-9-]*$", entry.Id);
        Assert.EndsWith(".", entry.Logic, StringComparison.Ordinal);
        Assert.EndsWith(".", entry.Failure, StringComparison.Ordinal);
        Assert.All(entry.Parameters.Definitions, definition => Assert.NotEmpty(definition.Help));
    }
}
