using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Features.Live;

namespace AlphaFactory.Tests.Web.Features.Live;

public sealed class LiveViewTests
{
    [Fact]
    public void Without_a_deployment_there_is_nothing_to_show() => Assert.Null(LiveView.Of(Frame(), null));

    [Fact]
    public void Several_deployments_are_added_up_and_one_can_be_shown_alone()
    {
        var frame = Frame(StagedDesk.Running("a") with { Equity = 101_000, DayPnl = 1000 }, StagedDesk.Running("b") with { Equity = 99_500, DayPnl = -500 });
        var all = LiveView.Of(frame, null)!;
        Assert.Equal((200_500m, 500m, 200_000m), (all.Equity!.Value, all.DayPnl!.Value, all.Capital));
        Assert.Equal(500.0 / 200_000, all.DayReturn!.Value, 12);
        Assert.Null(all.One);
        Assert.Equal((99_500m, "b"), (LiveView.Of(frame, "b")!.Equity!.Value, LiveView.Of(frame, "b")!.One!.Id));
    }

    [Fact]
    public void One_figure_that_is_not_known_makes_the_sum_unknown_and_never_smaller()
    {
        var all = LiveView.Of(Frame(StagedDesk.Running("a"), StagedDesk.Running("b") with { Equity = null, DayPnl = null }), null)!;
        Assert.Equal((null, null, (double?)null), (all.Equity, all.DayPnl, all.DayReturn));
    }

    [Fact]
    public void A_draft_takes_no_part_in_the_sums() =>
        Assert.Equal(100_000m, LiveView.Of(Frame(StagedDesk.Running("a"), StagedDesk.Running("b") with { State = DeploymentState.Draft, Equity = null, Cash = null, DayPnl = null }), null)!.Equity);

    [Fact]
    public void Modes_never_mix_and_the_most_dangerous_one_is_shown()
    {
        var frame = Frame(StagedDesk.Running("a"), StagedDesk.Running("b") with { Mode = TradingMode.Live });
        var view = LiveView.Of(frame, null)!;
        Assert.Equal(TradingMode.Live, view.Mode);
        Assert.Equal("b", Assert.Single(view.Shown).Id);
        Assert.Equal(TradingMode.Simulated, LiveView.Of(frame, "a")!.Mode);
    }

    [Fact]
    public void Of_each_limit_the_deployment_that_is_nearest_shows_and_the_nearest_limit_comes_first()
    {
        var view = LiveView.Of(Frame(
            StagedDesk.Running("a") with { Risk = [Bar("position-size", 0.01, 0.05), Bar("day-loss", 0.015, 0.02)] },
            StagedDesk.Running("b") with { Risk = [Bar("position-size", 0.048, 0.05), Bar("day-loss", null, 0.02)] }), null)!;
        Assert.Equal([("position-size", "b"), ("day-loss", "a")], view.Risk.Select(row => (row.Bar.Rule, row.By.Id)));
        Assert.Equal(0.96, LiveView.Share(view.Risk.First().Bar)!.Value, 9);
    }

    [Fact]
    public void Exposure_counts_long_and_short_alike_and_is_unknown_while_a_price_is()
    {
        var one = StagedDesk.Running("a") with { Equity = 100_000, Positions = [StagedDesk.Held(100, 100), StagedDesk.Held(-50, 200, "DEMO-BOLT")] };
        Assert.Equal(0.2, LiveView.Of(Frame(one), null)!.Gross!.Value, 12);
        Assert.Null(LiveView.Of(Frame(one with { Positions = [one.Positions[0] with { Value = null }] }), null)!.Gross);
    }

    [Fact]
    public void What_failed_before_its_first_price_is_not_known_and_not_nothing()
    {
        var failed = StagedDesk.Running("b") with { IsRunning = false, Fault = "There are no bars.", Equity = null };
        Assert.Equal(["b"], LiveView.Of(Frame(StagedDesk.Running("a"), failed), null)!.Blind.Select(one => one.Id));
        Assert.Empty(LiveView.Of(Frame(StagedDesk.Running("a"), failed with { Equity = 100_000 }), null)!.Blind);
    }

    private static DeskFrame Frame(params DeploymentFrame[] deployments) => DeskFrame.Empty(DateTimeOffset.UnixEpoch, null) with { Sequence = 1, Deployments = deployments };

    private static RiskBar Bar(string rule, double? used, double limit) => new(rule, rule, used, limit, RuleUnit.Fraction, false);
}
