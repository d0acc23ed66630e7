using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Tests.Core.Statistics;

public sealed class PerformanceTests
{
    [Fact]
    public void The_first_return_and_the_first_drawdown_are_measured_from_the_initial_capital()
    {
        var run = Performance.FromEquity(100, [90, 99, 108.9]);
        Assert.Equal([-0.1, 0.1, 0.1], run.Returns.Select(value => Math.Round(value, 12)));
        Assert.Equal([-0.1, -0.01, 0], run.Drawdown.Select(value => Math.Round(value, 12)));
        Assert.Equal(2, new MaximumDrawdownDays().Compute(run).Value);
    }

    [Fact]
    public void Once_equity_is_gone_returns_are_0()
    {
        var run = Performance.FromEquity(100, [-20, -20, -20]);
        Assert.Equal([-1.2, 0, 0], run.Returns.Select(value => Math.Round(value, 12)));
        Assert.Equal("equity ended below 0", new CompoundAnnualGrowthRate().Compute(run).Reason);
    }

    [Fact]
    public void Returns_alone_start_from_1() => Assert.Equal(1.1 * 0.5, Performance.FromReturns([0.1, -0.5]).FinalEquity, 1e-12);
}
