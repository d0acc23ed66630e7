using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Trading;

namespace AlphaFactory.Tests.Web.Components.Trading;

public sealed class DeploymentWordsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly DeploymentFrame s_holding = StagedDesk.Running("a") with { Positions = [StagedDesk.Held(10, 101)], Heard = s_now, Period = 5 };

    [Fact]
    public void What_holds_something_and_has_a_fresh_price_can_be_flattened() => Assert.Null(DeploymentWords.CannotFlatten(s_holding, s_now.AddSeconds(9)));

    [Fact]
    public void What_cannot_be_flattened_says_why()
    {
        Assert.Equal("It holds nothing.", DeploymentWords.CannotFlatten(StagedDesk.Running("a"), s_now));
        Assert.Contains("11 s old", DeploymentWords.CannotFlatten(s_holding, s_now.AddSeconds(11)), StringComparison.Ordinal);
        Assert.Contains("no connection", DeploymentWords.CannotFlatten(s_holding with { IsReady = false, Connection = "no connection to the broker" }, s_now), StringComparison.Ordinal);
        Assert.Contains("killed", DeploymentWords.CannotFlatten(s_holding with { State = DeploymentState.Killed }, s_now), StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_must_go_before_a_deployment_can_be_stopped()
    {
        Assert.Contains("Flatten it first", DeploymentWords.CannotStop(s_holding), StringComparison.Ordinal);
        Assert.Equal("It runs. Pause it first.", DeploymentWords.CannotStop(StagedDesk.Running("a")));
        Assert.Null(DeploymentWords.CannotStop(StagedDesk.Running("a") with { State = DeploymentState.Paused }));
    }

    [Fact]
    public void When_its_replay_is_over_what_it_holds_is_stopped_and_not_sold()
    {
        var over = s_holding with { State = DeploymentState.Paused, Feed = s_holding.Feed with { IsFinished = true } };
        Assert.Contains("Stop it", DeploymentWords.CannotFlatten(over, s_now), StringComparison.Ordinal);
        Assert.Null(DeploymentWords.CannotStop(over));
    }

    [Fact]
    public void Nothing_is_resumed_while_the_kill_switch_is_thrown()
    {
        var paused = StagedDesk.Running("a") with { State = DeploymentState.Paused };
        Assert.Null(DeploymentWords.CannotResume(paused, KillState.Off));
        Assert.Contains("kill switch", DeploymentWords.CannotResume(paused, new KillState(s_now, "Mira", "drill", "page")), StringComparison.Ordinal);
        Assert.Contains("running", DeploymentWords.CannotResume(StagedDesk.Running("a"), KillState.Off), StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_of_which_nothing_is_expected_never_goes_stale() => Assert.False(DeploymentWords.IsStale(s_holding with { Period = null }, s_now.AddDays(3)));

    [Theory]
    [InlineData("5m", 60, "a bar of 5 minutes takes 5.0 s, a trading day 6 m 30 s")]
    [InlineData("1d", 1000, "a daily bar takes 23 s")]
    public void A_speed_says_how_long_one_waits(string interval, double speed, string words)
    {
        Assert.True(AlphaFactory.Core.Prices.BarInterval.TryParse(interval, out var bars));
        Assert.Equal(words, ReplaySpeed.Words(bars, speed));
    }
}
