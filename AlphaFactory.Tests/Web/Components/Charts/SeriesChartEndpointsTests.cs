using System.Net;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class SeriesChartEndpointsTests
{
    [Fact]
    public async Task Bars_and_indicators_of_a_series_come_as_columns_and_only_to_those_signed_in()
    {
        await using var server = await WebHarness.StartAsync();
        await server.Services.GetRequiredService<IBarStore>().WriteAsync(StoredBars.Daily("ACME"), StoredBars.Wave(1000), null, CancellationToken.None);
        using var browser = await server.OwnerAsync();
        const string Address = "/charts/indicators?symbol=acme&show=sma_20,macd_hist_12_26_9";

        using var stranger = server.Program();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(Address)).StatusCode);

        using var answer = await browser.GetAsync(Address);
        Assert.Equal(ColumnBlob.ContentType, answer.Content.Headers.ContentType!.MediaType);
        var columns = Columns(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["time", "open", "high", "low", "close", "volume", "bars", "bars_per_candle", "line_time", "sma_20", "macd_12_26_9", "macd_signal_12_26_9", "macd_hist_12_26_9"], columns.Keys);
        Assert.Equal((1000, 334), (columns["sma_20"].Length, columns["time"].Length));
        Assert.True(double.IsNaN(columns["sma_20"][18]) && double.IsFinite(columns["sma_20"][19]));

        using var again = new HttpRequestMessage(HttpMethod.Get, Address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(again)).StatusCode);

        double from = columns["line_time"][500], to = columns["line_time"][600];
        var part = Columns(await browser.GetByteArrayAsync($"{Address}&from={from}&to={to}&candles=100"));
        Assert.Equal(103, part["sma_20"].Length);
        Assert.Equal(columns["macd_hist_12_26_9"][550], part["macd_hist_12_26_9"][51]);
    }

    [Theory]
    [InlineData("symbol=ACME&show=smaa_20", HttpStatusCode.BadRequest, "sma_20")]
    [InlineData("symbol=ACME&show=sma_0", HttpStatusCode.BadRequest, "from 1 to 5000")]
    [InlineData("symbol=ACME&interval=7x", HttpStatusCode.BadRequest, "interval")]
    [InlineData("symbol=ACME&adjustment=none", HttpStatusCode.BadRequest, "adjustment")]
    [InlineData("show=sma_20", HttpStatusCode.BadRequest, "symbol")]
    [InlineData("symbol=ACME&points=3", HttpStatusCode.BadRequest, "points")]
    [InlineData("symbol=NONE", HttpStatusCode.NotFound, "NONE")]
    public async Task What_cannot_be_drawn_is_refused_in_words(string query, HttpStatusCode status, string says)
    {
        await using var server = await WebHarness.StartAsync();
        await server.Services.GetRequiredService<IBarStore>().WriteAsync(StoredBars.Daily("ACME"), StoredBars.Wave(50), null, CancellationToken.None);
        using var browser = await server.OwnerAsync();
        using var answer = await browser.GetAsync("/charts/indicators?" + query);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Dictionary<string, double[]> Columns(byte[] document) => ColumnBlob.Read(document).ToDictionary(column => column.Name, column => column.Values);
}
