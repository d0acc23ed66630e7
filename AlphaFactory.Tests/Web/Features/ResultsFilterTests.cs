using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Features.Results;

namespace AlphaFactory.Tests.Web.Features;

public sealed class ResultsFilterTests
{
    [Theory]
    [InlineData(null, null, null, null, null, null, null, "results")]
    [InlineData(null, "failed", null, null, null, null, null, "results?state=failed")]
    [InlineData(null, "done", "sma-crossover", null, "20/50 & more", null, 20, "results?state=done&strategy=sma-crossover&q=20%2F50%20%26%20more&skip=20")]
    [InlineData("archived", null, null, "for review", null, "-sharpe", null, "results?view=archived&tag=for%20review&sort=-sharpe")]
    [InlineData("current", null, null, null, null, "-created", null, "results")]
    public void The_address_says_what_is_shown(string? view, string? state, string? strategy, string? tag, string? text, string? sort, int? skip, string href) =>
        Assert.Equal(href, ResultsFilter.Parse(view, state, strategy, tag, text, sort, skip).ToHref());

    [Theory]
    [InlineData("99")]
    [InlineData("gone")]
    public void A_state_or_view_that_does_not_exist_is_no_filter(string word)
    {
        var filter = ResultsFilter.Parse(word, word, null, " ", " ", "", -3);

        Assert.Equal(ResultsFilter.Parse(null, null, null, null, null, null, null), filter);
        Assert.False(filter.Narrows);
    }

    [Fact]
    public void The_store_is_asked_for_one_page()
    {
        RunQuery query = ResultsFilter.Parse(null, "done", null, "momentum", "ferm", "-sharpe", 40).Query;

        Assert.Equal([RunState.Done], query.States);
        Assert.Equal((40, ResultsFilter.PageSize, "ferm", "momentum", false, new RunSort("sharpe", true)), (query.Skip, query.Take, query.Text, query.Tag, query.Archived, query.Sort));
        Assert.Equal((true, null), (ResultsFilter.Parse("deleted", null, null, null, null, null, null).Query.Deleted, ResultsFilter.Parse("deleted", null, null, null, null, null, null).Query.Archived));
    }
}
