using AlphaFactory.Web.Layout;

namespace AlphaFactory.Tests.Web.Layout;

public sealed class NavCatalogTests
{
    private readonly NavCatalog _catalog = new(typeof(NavCatalog).Assembly);

    [Fact]
    public void Home_comes_first_and_the_phone_has_five_places_at_most()
    {
        Assert.Equal("", _catalog.Items[0].Href);
        Assert.InRange(_catalog.Phone.Count(), 1, 5);
        Assert.Equal(_catalog.Phone.Select(item => item.Entry.Phone).Distinct().Count(), _catalog.Phone.Count());
    }

    [Theory]
    [InlineData("results", true)]
    [InlineData("results/abc", true)]
    [InlineData("resultsets", false)]
    [InlineData("", false)]
    public void A_page_holds_what_lies_below_it(string path, bool holds) => Assert.Equal(holds, _catalog.Items.Single(item => item.Href == "results").Holds(path));

    [Fact]
    public void Home_holds_only_itself()
    {
        Assert.True(_catalog.Items[0].Holds(""));
        Assert.False(_catalog.Items[0].Holds("jobs"));
    }
}
