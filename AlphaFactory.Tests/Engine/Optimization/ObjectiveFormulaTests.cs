using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class ObjectiveFormulaTests
{
    private static readonly StatisticRegistry s_statistics = StatisticRegistry.Shipped();

    [Theory]
    [InlineData("alpha", "alpha needs a benchmark", 0)]
    [InlineData("sharpe - 2 * beta", "beta needs a benchmark", 13)]
    [InlineData("information_ratio", "Take sharpe or total_return", 0)]
    [InlineData("tracking_error", "tracking_error needs a benchmark", 0)]
    [InlineData("deflated_sharpe", "Take psr", 0)]
    [InlineData("max(psr, deflated_sharpe)", "deflated_sharpe discounts all tries together", 9)]
    public void What_a_set_has_no_value_of_by_itself_is_refused_by_name_and_place(string text, string expected, int at)
    {
        Assert.Null(ObjectiveFormula.Parse(text, s_statistics, out string? fault, out int found));
        Assert.StartsWith($"objective is \"{text}\", but ", fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.Equal(at, found);
        Assert.Equal([fault!], Assert.Throws<RunSpecException>(() => SweepRuns.Engine(SweepRuns.Definition("sma-crossover", "fast=5,10") with { Objective = text })).Faults);
    }

    [Fact]
    public void They_are_not_offered_either()
    {
        Assert.Null(ObjectiveFormula.Parse("sharp", s_statistics, out string? fault, out _));
        Assert.DoesNotContain("alpha", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("deflated_sharpe", fault, StringComparison.Ordinal);
        Assert.Contains("psr", ObjectiveFormula.Ids(s_statistics));
    }
}
