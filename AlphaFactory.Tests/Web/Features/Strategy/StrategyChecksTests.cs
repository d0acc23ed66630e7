using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Core.Strategies.Cheats;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Features.Strategy;

namespace AlphaFactory.Tests.Web.Features.Strategy;

public sealed class StrategyChecksTests
{
    private static readonly StrategyParameters s_none = new BuyAndHoldParameters();

    [Fact]
    public async Task Both_checks_answer_and_say_what_they_were_asked()
    {
        using var checks = new StrategyChecks();
        var shares = new List<double>();
        checks.Changed += () => shares.Add(checks.Progress ?? -1);
        await checks.RunAsync(new TomorrowsClose(), Preview(300), "values");
        Assert.False(checks.LookAhead!.IsClean);
        Assert.True(checks.WarmUp!.IsEnough);
        Assert.Equal(("values", 300, (double?)null), (checks.Checked, checks.Bars, checks.Progress));
        Assert.Equal((0, -1), (shares[0], shares[^1]));
        Assert.Equal(shares[..^1].Order(), shares[..^1]);
    }

    [Fact]
    public async Task A_check_that_is_stopped_leaves_no_answer()
    {
        using var checks = new StrategyChecks();
        checks.Changed += () =>
        {
            if (checks.Progress > 0.1)
            {
                checks.Stop();
            }
        };
        await checks.RunAsync(new TomorrowsClose(), Preview(600), "values");
        Assert.Null(checks.LookAhead);
        Assert.Null(checks.Progress);
    }

    private static SignalPreview Preview(int bars) => new(TestBars.Random(3, bars), 0, new double[bars], null, s_none);
}
