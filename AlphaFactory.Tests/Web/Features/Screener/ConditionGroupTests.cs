using AlphaFactory.Core.Screener;
using AlphaFactory.Web.Features.Screener;
using Bunit;

namespace AlphaFactory.Tests.Web.Features.Screener;

public sealed class ConditionGroupTests : BunitContext
{
    private string _wanted = "";

    [Fact]
    public void Each_comparison_is_a_row_and_each_group_a_frame()
    {
        var drawn = Draw("rsi_14 < 30 and (close > sma_50 or close > 10)");
        Assert.Equal(3, drawn.FindAll(".cond-row").Count);
        Assert.Equal(["rsi_14", "close", "close"], drawn.FindAll("[aria-label=Column]").Select(input => input.GetAttribute("value")));
        Assert.Equal(["30", "sma_50", "10"], drawn.FindAll("[aria-label='Number or column']").Select(input => input.GetAttribute("value")));
        Assert.Equal(["All", "Any"], drawn.FindAll("[aria-pressed=true]").Select(button => button.TextContent));
    }

    [Fact]
    public void A_change_in_a_row_changes_that_comparison_alone()
    {
        Draw("rsi_14 < 30 and (close > sma_50 or close > 10)").FindAll("[aria-label='Number or column']")[1].Change("SMA_37");
        Assert.Equal("rsi_14 < 30 and (close > sma_37 or close > 10)", _wanted);
    }

    [Fact]
    public void What_cannot_be_read_is_marked_in_its_row_and_changes_nothing()
    {
        var drawn = Draw("rsi_14 < 30");
        drawn.Find("[aria-label=Column]").Change("rsl_14");
        Assert.Equal("", _wanted);
        Assert.Equal("true", drawn.Find("[aria-label=Column]").GetAttribute("aria-invalid"));
        Assert.Contains("Did you mean \"rsi_14\"?", drawn.Find(".err").TextContent, StringComparison.Ordinal);

        drawn.Find("[aria-label=Column]").Change("rsi_7");
        Assert.Equal("rsi_7 < 30", _wanted);
    }

    [Fact]
    public void Rows_and_groups_can_be_added_and_taken_away()
    {
        Draw("rsi_14 < 30").FindAll("button").Single(button => button.TextContent.Contains("Add a group", StringComparison.Ordinal)).Click();
        Assert.Equal("rsi_14 < 30 and (close > sma_200 or rsi_14 < 30)", _wanted);
        Draw("").Find("button").Click();
        Assert.Equal("close > sma_200", _wanted);
        Draw("rsi_14 < 30 and close > 5").Find("[aria-label='Remove rsi_14']").Click();
        Assert.Equal("close > 5", _wanted);
        Draw("rsi_14 < 30 and (close > 5 or close < 2)").Find("[aria-label='Remove the inner group']").Click();
        Assert.Equal("rsi_14 < 30", _wanted);
    }

    [Fact]
    public void All_becomes_any()
    {
        Draw("rsi_14 < 30 and close > 5").FindAll("[aria-pressed]")[1].Click();
        Assert.Equal("rsi_14 < 30 or close > 5", _wanted);
    }

    private IRenderedComponent<ConditionGroup> Draw(string text)
    {
        ComponentFactories.AddStub<AlphaFactory.Web.Components.Marks.Icon>();
        return Render<ConditionGroup>(parameters => parameters
            .Add(component => component.Group, Conditions.Root(((ScreenRead)ScreenText.Read(text)).Condition))
            .Add(component => component.OnChange, group => _wanted = ScreenText.Write(Conditions.Simplify(group))));
    }
}
