using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class SetPresenceTests
{
    private static readonly SweepDefinition s_small = SweepRuns.Definition("sma-crossover", "fast=5..15:5", "slow=20..60:20");

    // More combinations than are looked at before the start.
    private static readonly SweepDefinition s_large = SweepRuns.Definition("sma-crossover", "fast=2..901", "slow=100..499");

    [Theory]
    [InlineData("fast > slow")]
    [InlineData("fast > 1000")]
    [InlineData("1 / 0")]
    [InlineData("0")]
    public void A_condition_that_no_set_meets_is_refused_before_the_start(string where) => Assert.StartsWith(
        $"where is \"{where}\", but no combination of the ranges meets it and fits sma-crossover as well. Change the condition",
        Assert.Throws<RunSpecException>(() => SweepRuns.Engine(s_small with { Where = where })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Ranges_that_never_fit_are_refused_without_a_condition_too() => Assert.StartsWith(
        "ranges: no combination of the ranges fits sma-crossover",
        Assert.Throws<RunSpecException>(() => SweepRuns.Engine(SweepRuns.Definition("sma-crossover", "fast=50..60:5", "slow=20,30"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_grid_too_large_to_know_fails_once_it_was_gone_through()
    {
        var definition = s_large with { Where = "fast > 10000" };
        Assert.True(SweepRuns.Engine(definition).Space.Size > 1 << 18);
        Assert.Contains("no combination of the ranges meets it", Assert.Throws<RunSpecException>(() => SweepRuns.Run(definition)).Message, StringComparison.Ordinal);
        Assert.Contains("no combination that was drawn", Assert.Throws<RunSpecException>(() => SweepRuns.Run(definition with { Method = "random", Budget = 5 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_one_set_alone_meets_is_taken() => Assert.Equal(1, SweepRuns.Run(s_small with { Where = "fast == 15 and slow == 60" }).Sets);

    [Fact]
    public void A_budget_beside_the_grid_is_refused()
    {
        string fault = Assert.Throws<RunSpecException>(() => SweepRuns.Run(s_small with { Budget = 3 })).Message;
        Assert.StartsWith("budget is 3, but the method grid tries every set", fault, StringComparison.Ordinal);
        Assert.EndsWith("take the method random or tpe.", fault, StringComparison.Ordinal);
    }
}
