using AlphaFactory.Web.Components.Tables;
using Bunit;

namespace AlphaFactory.Tests.Web.Components;

public sealed class PagerTests : BunitContext
{
    [Theory]
    [InlineData(0, 30, "1 to 12 of 30")]
    [InlineData(24, 30, "25 to 30 of 30")]
    [InlineData(0, 5, "1 to 5 of 5")]
    [InlineData(0, 0, "none")]
    [InlineData(0, 1234, "1 to 12 of 1,234")]
    public void The_pager_says_which_rows_these_are(int skip, int total, string words) => Assert.Equal(words, Draw(skip, total).Find("span").TextContent);

    [Fact]
    public void The_first_page_has_a_way_on_but_none_back()
    {
        var drawn = Draw(0, 30);

        Assert.Equal("/results?skip=12", drawn.Find("a").GetAttribute("href"));
        Assert.Equal("true", drawn.Find("button").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void A_click_on_the_sorted_head_turns_the_order_round()
    {
        SortOrder sort = new("sharpe", true);

        Assert.Equal(new SortOrder("sharpe", false), sort.Toggle("sharpe"));
        Assert.Equal(new SortOrder("trades", true), sort.Toggle("trades"));
        Assert.Equal(sort, SortOrder.Parse(sort.ToString(), default));
    }

    private IRenderedComponent<Pager> Draw(int skip, int total) => Render<Pager>(parameters => parameters
        .Add(component => component.Skip, skip).Add(component => component.Take, 12).Add(component => component.Total, total)
        .Add(component => component.Href, from => $"/results?skip={from}"));
}
