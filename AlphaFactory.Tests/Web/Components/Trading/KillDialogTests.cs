using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Trading;
using AlphaFactory.Web.Security;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components.Trading;

/// <summary>The kill switch on a page: typed, once, and by those who may.</summary>
public sealed class KillDialogTests : BunitContext
{
    private readonly StagedDesk _desk = new();
    private readonly BunitAuthorizationContext _who;

    public KillDialogTests()
    {
        Services.AddSingleton<TimeProvider>(new ManualClock());
        Services.AddSingleton<ITradingDesk>(_desk);
        Services.AddScoped<Toasts>();
        Services.AddScoped<CurrentUser>();
        Services.AddScoped<DeskActions>();
        _who = AddAuthorization();
        _who.SetAuthorized("Mira");
        _who.SetPolicies(Policies.Run);
        _desk.Show(StagedDesk.Running("a") with { Orders = [StagedDesk.Waiting("1"), StagedDesk.Waiting("2")], Positions = [StagedDesk.Held(10, 101)] });
    }

    [Fact]
    public void It_says_what_happens_to_orders_and_positions_and_does_nothing_before_the_word_is_typed()
    {
        var drawn = Draw();
        Assert.Contains("cancels the 2 working orders", drawn.Markup, StringComparison.Ordinal);
        Assert.Contains("The position stays open", drawn.Markup, StringComparison.Ordinal);
        Assert.Equal("true", drawn.Find("button[type=submit]").GetAttribute("aria-disabled"));
        drawn.Find("form").Submit();
        Assert.Empty(_desk.Told);
    }

    [Fact]
    public void Typed_it_kills_with_the_name_of_who_did_it()
    {
        bool closed = false;
        var drawn = Draw(() => closed = true);
        drawn.Find("#typed-note").Input("prices look wrong");
        drawn.Find("#typed-word").Input("KILL");
        drawn.Find("form").Submit();
        Assert.Equal((new DeskCommand.Kill("prices look wrong", "page", "kill"), "Mira"), Assert.Single(_desk.Told));
        Assert.True(closed);
    }

    [Fact]
    public void A_refusal_stays_in_the_dialog()
    {
        _desk.Answer = _ => new DeskAnswer.Refused("not-here", "The node that trades does not answer.");
        bool closed = false;
        var drawn = Draw(() => closed = true);
        drawn.Find("#typed-word").Input("kill");
        drawn.Find("form").Submit();
        Assert.Contains("does not answer", drawn.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(closed);
    }

    [Fact]
    public void A_viewer_kills_nothing_by_the_chord()
    {
        _who.SetPolicies();
        Render<KillChord>().Find("button").Click();
        Assert.Empty(_desk.Told);
    }

    [Fact]
    public void The_chord_kills_at_once()
    {
        Render<KillChord>().Find("button").Click();
        Assert.Equal(new DeskCommand.Kill("by keyboard", "chord", "kill"), Assert.Single(_desk.Told).Command);
    }

    private IRenderedComponent<KillDialog> Draw(Action? closed = null) =>
        Render<KillDialog>(parameters => parameters.Add(dialog => dialog.Frame, _desk.Latest).Add(dialog => dialog.OnClose, closed ?? (() => { })));
}
