using AlphaFactory.Web.Components.Tables;
using AlphaFactory.Web.Features.Result;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Web.Features.Result;

public sealed class ResultAddressTests
{
    [Fact]
    public void Every_view_comes_back_from_its_link()
    {
        var views = from tab in Gen.Elements(Enum.GetValues<ResultTab>())
                    from range in Gen.Elements("6M", "1Y", "3Y", "5Y", "All", "2019-01-02~2020-02-03", "2024-12-03T14:30~2024-12-03T20:55")
                    from log in Gen.Elements(true, false)
                    from table in Gen.Elements(true, false)
                    from sort in Gen.Elements("size", "pnl", "entry", "mae", "exit_reason")
                    from largestFirst in Gen.Elements(true, false)
                    from page in Gen.Choose(1, 900)
                    from trade in Gen.Choose(0, 10_000)
                    select new ResultAddress { Tab = tab, Range = range, Logarithmic = log, AsTable = table, Sort = new SortOrder(sort, largestFirst), Page = page, Trade = trade == 0 ? null : trade };
        Check.One(Config.QuickThrowOnFailure.WithReplay(1, 7), Prop.ForAll(views.ToArbitrary(), view => Assert.Equal(view, ResultAddress.Read("?" + view.ToQuery()))));
    }

    [Fact]
    public void The_first_view_needs_no_query() => Assert.Equal("", new ResultAddress().ToQuery());

    [Theory]
    [InlineData("?tab=Nonsense&range=2Y&sort=-nothing&page=0&trade=-4")]
    [InlineData("?tab=7&range=2020-01-01&page=x&trade=")]
    [InlineData("?range=2020-01-01~javascript:alert(1)")]
    public void A_broken_link_shows_the_first_view(string query) => Assert.Equal(new ResultAddress(), ResultAddress.Read(query));
}
