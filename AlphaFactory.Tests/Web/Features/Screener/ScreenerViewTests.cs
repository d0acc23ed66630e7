using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Screener;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Components.Tables;
using AlphaFactory.Web.Features.Screener;

namespace AlphaFactory.Tests.Web.Features.Screener;

public sealed class ScreenerViewTests
{
    [Theory]
    [InlineData("screener")]
    [InlineData("screener?where=rsi_14%20%3C%2030%20and%20close%20%3E%20sma_200")]
    [InlineData("screener?columns=close%2Csma_37&kind=imported&q=tech&bar=5m&sort=-sma_37&skip=50")]
    [InlineData("screener?where=nonsense%20%3C&kind=synthetic")]
    public void The_address_is_the_view(string address)
    {
        var values = System.Web.HttpUtility.ParseQueryString(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        var view = ScreenerView.Parse(values["where"], values["columns"], values["kind"], values["q"], values["bar"], values["sort"], values["skip"] is { } skip ? int.Parse(skip, System.Globalization.CultureInfo.InvariantCulture) : null);
        Assert.Equal(address, view.Href);
    }

    [Fact]
    public void Without_a_choice_the_columns_of_the_condition_are_shown_behind_the_close()
    {
        Assert.Equal(["close", "rsi_14", "sma_200"], View("rsi_14 < 30 and close > sma_200").Shown.Select(column => column.Name));
        Assert.Contains("rsi_14", View(null).Shown.Select(column => column.Name));
        Assert.Equal(["sma_37"], (View("rsi_14 < 30") with { Columns = "sma_37" }).Shown.Select(column => column.Name));
    }

    [Fact]
    public void What_is_asked_of_the_store_does_not_hang_on_order_and_page()
    {
        var view = View("rsi_14 < 30");
        Assert.Equal(view.Asked, (view with { Sort = new SortOrder("close", true), Skip = 50 }).Asked);
        Assert.NotEqual(view.Asked, (view with { Origin = SeriesOrigin.Imported }).Asked);
        Assert.Equal("api/v1/screen?where=rsi_14%20%3C%2030&columns=close%2Crsi_14&format=csv", view.CsvHref);
    }

    [Fact]
    public void A_condition_that_cannot_be_read_asks_for_nothing_and_is_kept()
    {
        var view = View("rsl_14 < 30");
        Assert.Null(view.Request);
        Assert.IsType<ScreenRefused>(view.Outcome);
        Assert.Equal("rsl_14 < 30", view.Where);
    }

    private static ScreenerView View(string? where) => ScreenerView.Parse(where, null, null, null, null, null, null) is var view && view.Interval == BarInterval.Daily ? view : throw new InvalidOperationException("Daily bars are the default.");
}
