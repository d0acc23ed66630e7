using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Features.Results;

namespace AlphaFactory.Tests.Web.Features;

public sealed class ResultsFilterTests
{
    [Theory]
    [InlineData(null, null, null, null, "results")]
    [InlineData("failed", null, null, null, "results?state=failed")]
    [InlineData("done", "sma-crossover", "20/50 & more", 20, "results?state=done&strategy=sma-crossover&q=20%2F50%20%26%20more&skip=20")]
    public void The_address_says_what_is_shown(string? state, string? strategy, string? text, int? skip, string href) =>
        Assert.Equal(href, ResultsFilter.Parse(state, strategy, text, skip).ToHref());

    [Theory]
    [InlineData("99")]
    [InlineData("gone")]
    public void A_state_that_does_not_exist_is_no_filter(string state) => Assert.Null(ResultsFilter.Parse(state, null, " ", -3).State);

    [Fact]
    public void The_store_is_asked_for_one_page()
    {
        RunQuery query = ResultsFilter.Parse("done", null, "ferm", 40).Query;

        Assert.Equal([RunState.Done], query.States);
        Assert.Equal((40, ResultsFilter.PageSize, "ferm"), (query.Skip, query.Take, query.Text));
    }
}
