using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Features.Correlation;

namespace AlphaFactory.Tests.Web.Features.Correlation;

public sealed class CorrelationViewTests
{
    [Theory]
    [InlineData("correlation")]
    [InlineData("correlation?columns=rsi_14%2Csma_37&symbols=AAPL%2CMSFT&kind=imported&from=2015-01-02&to=2020-12-31&by=symbols&measure=rank")]
    public void The_address_is_the_view(string address) => Assert.Equal(address, View(address).Href);

    [Fact]
    public void The_request_says_what_the_address_says()
    {
        var request = View("correlation?columns=rsi_14%2Cnonsense&symbols=AAPL%2C%20MSFT&from=2015-01-02&to=later&by=symbols").Request(SeriesOrigin.Imported);
        Assert.Equal(["rsi_14"], request.Columns.Select(column => column.Name));
        Assert.Equal(["AAPL", "MSFT"], request.Universe.Symbols!);
        Assert.Equal((new DateOnly(2015, 1, 2), null, CorrelationBlocks.Symbols), (request.From!.Value, request.To, request.Blocks));
        Assert.InRange(View("correlation").Shown.Count, 5, CorrelationStudy.MostColumns);
    }

    private static CorrelationView View(string address)
    {
        var values = System.Web.HttpUtility.ParseQueryString(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        return CorrelationView.Parse(values["columns"], values["symbols"], values["kind"], values["from"], values["to"], values["by"], values["measure"]);
    }
}
