using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Api;

public sealed class ScreenEndpointTests
{
    [Fact]
    public async Task A_screen_comes_as_json_and_csv_with_the_same_numbers()
    {
        await using var web = await WebHarness.StartAsync();
        var store = web.Services.GetRequiredService<IBarStore>();
        await store.WriteAsync(StoredBars.Daily("AAPL") with { Name = "Apple, Inc." }, StoredBars.Wave(60), null, default);
        await store.WriteAsync(StoredBars.Daily("LOW"), StoredBars.Wave(60, level: 30), null, default);
        using var program = web.Program(await TokenAsync(web));

        var json = await program.GetFromJsonAsync<JsonElement>("/api/v1/screen?where=close%20%3E%2050&columns=close,sma_20,sma_200");
        Assert.Equal((2, 0), (json.GetProperty("universe").GetInt32(), json.GetProperty("open").GetInt32()));
        var hit = Assert.Single(json.GetProperty("items").EnumerateArray());
        var values = hit.GetProperty("values");
        Assert.Equal("AAPL", hit.GetProperty("symbol").GetString());
        Assert.Equal(JsonValueKind.Null, values.GetProperty("sma_200").ValueKind);

        string[] csv = (await program.GetStringAsync("/api/v1/screen?where=close%20%3E%2050&columns=close,sma_20,sma_200&format=csv")).Trim().Split('\n');
        Assert.Equal("symbol,name,sector,source,interval,synthetic,bar_time,close,sma_20,sma_200", csv[0]);
        Assert.Equal(FormattableString.Invariant($"AAPL,\"Apple, Inc.\",Technology,csv,1d,false,2000-03-02T00:00:00Z,{values.GetProperty("close").GetDouble():R},{values.GetProperty("sma_20").GetDouble():R},"), Assert.Single(csv[1..]));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_every_fault()
    {
        await using var web = await WebHarness.StartAsync();
        using var program = web.Program(await TokenAsync(web));
        var answer = await program.GetAsync("/api/v1/screen?where=rsl_14%20%3C%2030&columns=nonsense&kind=odd&bar=soon&format=xml");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(5, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("faults").GetArrayLength());
    }

    private static async Task<string> TokenAsync(WebHarness web)
    {
        (await web.OwnerAsync()).Dispose();
        return (await web.Services.GetRequiredService<IApiTokenStore>().CreateAsync("test", ApiTokenScope.Read, WebHarness.Owner, null, default)).Plain;
    }
}
