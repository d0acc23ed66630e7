using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Quality;
using AlphaFactory.Web.Features.Data;

namespace AlphaFactory.Tests.Web.Features;

public sealed class DataFilterTests
{
    private static readonly DataCoverage[] All =
    [
        Series("MSFT", "Software house", false, 100, 105),
        Series("DEMO-CHIP", "Demo Chip Foundries", true, 300, 300),
        Series("AAPL", null, false, 200, null),
    ];

    [Theory]
    [InlineData("", "AAPL DEMO-CHIP MSFT")]
    [InlineData("?kind=real", "AAPL MSFT")]
    [InlineData("?kind=synthetic", "DEMO-CHIP")]
    [InlineData("?q=house", "MSFT")]
    [InlineData("?sort=-bars", "DEMO-CHIP AAPL MSFT")]
    [InlineData("?kind=real&sort=-missing", "MSFT AAPL")]
    public void The_address_is_the_view(string query, string symbols)
    {
        var values = System.Web.HttpUtility.ParseQueryString(query);
        DataFilter filter = DataFilter.Parse(values["kind"], values["q"], values["sort"]);
        Assert.Equal(symbols, string.Join(' ', filter.Apply(All).Select(c => c.Series.Key.Symbol)));
        Assert.Equal("data" + query, filter.ToHref());
    }

    private static DataCoverage Series(string symbol, string? name, bool synthetic, long bars, long? expected) =>
        new(new SeriesCoverage(new SeriesKey(symbol, BarInterval.Daily, "csv"), name, null, synthetic, bars, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, false, DateTimeOffset.UnixEpoch), expected);
}
