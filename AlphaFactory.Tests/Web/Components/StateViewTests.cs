using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.States;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components;

public sealed class StateViewTests : BunitContext
{
    private readonly ManualClock _clock = new();

    public StateViewTests() => Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public void A_skeleton_shows_only_after_300_ms()
    {
        var drawn = Draw(new PageState.Loading());

        _clock.Advance(TimeSpan.FromMilliseconds(299));
        Assert.Empty(drawn.FindAll(".sk"));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        drawn.WaitForAssertion(() => Assert.NotEmpty(drawn.FindAll(".sk")), Patience.Limit);
    }

    [Fact]
    public void Nothing_yet_is_a_sentence_with_one_action()
    {
        var drawn = Draw(new PageState.Empty("No run yet."));

        Assert.Equal("No run yet. Start one", drawn.Find("p.void").TextContent.Trim());
        Assert.DoesNotContain("the content", drawn.Markup);
    }

    [Fact]
    public void A_failure_says_what_and_detail_and_can_be_tried_again()
    {
        int tries = 0;
        var drawn = Draw(new PageState.Failed("The runs could not be read", "The store did not answer. Nothing was changed."), () => tries++);

        Assert.Equal("The runs could not be read", drawn.Find("[role=alert] b").TextContent);
        drawn.Find("button").Click();
        Assert.Equal(1, tries);
    }

    [Fact]
    public void What_another_try_cannot_change_offers_the_way_on_instead()
    {
        var drawn = Draw(new PageState.Failed("There is no such run", "No run has this id.", IsFinal: true), () => Assert.Fail("There is nothing to try again."));

        Assert.Empty(drawn.FindAll("button"));
        Assert.Equal("Start one", drawn.Find("[role=alert] a").TextContent);
    }

    [Fact]
    public void Stale_content_stays_with_its_age()
    {
        var drawn = Draw(new PageState.Stale(_clock.GetUtcNow().AddSeconds(-47)));

        Assert.Equal("47 s old", drawn.Find(".age").TextContent);
        Assert.Equal("the content", drawn.Find(".stale").TextContent);
    }

    private IRenderedComponent<StateView> Draw(PageState state, Action? retry = null) => Render<StateView>(parameters =>
    {
        parameters.Add(component => component.State, state).AddChildContent("the content").Add(component => component.Action, "<a>Start one</a>");
        if (retry is not null)
        {
            parameters.Add(component => component.OnRetry, retry);
        }
    });
}
