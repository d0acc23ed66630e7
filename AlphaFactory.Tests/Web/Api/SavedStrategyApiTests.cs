using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Api;

/// <summary>A notebook checks rules, saves them, changes them and runs any version.</summary>
public sealed class SavedStrategyApiTests
{
    private const string Rules = "buy when close > sma($n=10)\nsell otherwise\nwith size_pct 50";

    [Fact]
    public async Task Rules_are_checked_saved_changed_run_and_deleted()
    {
        await using var web = await WebHarness.StartAsync();
        (await web.OwnerAsync()).Dispose();
        await using (var file = File.OpenRead(PriceFile.WriteWave(Path.Join(web.DataDirectory, "WAVE.csv"))))
        {
            await web.Services.GetRequiredService<BarImporter>().ImportAsync(file, "WAVE", null, CsvMapping.Automatic, "test", null, default);
        }

        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));
        var check = await ReadAsync(await program.PostAsJsonAsync("/api/v1/rules/check", new { rules = Rules }));
        Assert.True(check.GetProperty("ok").GetBoolean());
        Assert.Equal((Rules, 9, "n"), (check.GetProperty("rules").GetString(), check.GetProperty("warm_up_bars").GetInt32(), check.GetProperty("parameters")[0].GetProperty("name").GetString()));
        var fault = (await ReadAsync(await program.PostAsJsonAsync("/api/v1/rules/check", new { rules = "buy when\nclos > 1" }))).GetProperty("fault");
        Assert.Equal((2, 1, 9, 4), (fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetInt32(), fault.GetProperty("start").GetInt32(), fault.GetProperty("length").GetInt32()));

        var created = await program.PostAsJsonAsync("/api/v1/strategies", new { name = "Above ten", rules = Rules, note = "In sideways markets." });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/api/v1/strategies/above-ten", created.Headers.Location!.OriginalString);
        var changed = await program.PutAsJsonAsync("/api/v1/strategies/above-ten", new { rules = Rules.Replace("10", "12", StringComparison.Ordinal), base_version = 1 });
        Assert.Equal(2, (await ReadAsync(changed)).GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await program.PutAsJsonAsync("/api/v1/strategies/above-ten", new { rules = "close > open", base_version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync("/api/v1/strategies", new { name = "Above ten", rules = Rules })).StatusCode);
        Assert.Equal(2, (await program.GetFromJsonAsync<JsonElement>("/api/v1/strategies/above-ten/versions")).GetArrayLength());
        Assert.Equal("above-ten", (await program.GetFromJsonAsync<JsonElement>("/api/v1/strategies/above-ten@1")).GetProperty("id").GetString());
        Assert.Contains((await program.GetFromJsonAsync<JsonElement>("/api/v1/strategies")).EnumerateArray(), strategy => strategy.GetProperty("id").GetString() == "above-ten" && strategy.GetProperty("version").GetInt32() == 2);

        var run = await ReadAsync(await program.PostAsJsonAsync("/api/v1/runs", new { strategy = "above-ten@1", symbol = "WAVE", set = new { n = 20 } }));
        string id = run.GetProperty("id").GetString()!;
        var result = await EndAsync(program, id);
        Assert.Equal("above-ten@1", result.GetProperty("run").GetProperty("strategy").GetString());

        Assert.Equal("Above", (await ReadAsync(await program.PutAsJsonAsync("/api/v1/strategies/above-ten/name", new { name = "Above" }))).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync("/api/v1/strategies/above-ten")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/v1/strategies/above-ten")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"/api/v1/runs/{id}/result")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync("/api/v1/strategies/above-ten/undelete", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/strategies/above-ten")).StatusCode);
    }

    [Fact]
    public async Task Saving_needs_a_token_that_may_run()
    {
        await using var web = await WebHarness.StartAsync();
        (await web.OwnerAsync()).Dispose();
        using var reader = web.Program(await TokenAsync(web, ApiTokenScope.Read));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync("/api/v1/strategies", new { name = "Mine", rules = "close > open" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.PostAsJsonAsync("/api/v1/rules/check", new { rules = "close > open" })).StatusCode);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string> TokenAsync(WebHarness web, ApiTokenScope scope) =>
        (await web.Services.GetRequiredService<IApiTokenStore>().CreateAsync("test", scope, WebHarness.Owner, null, default)).Plain;

    private static async Task<JsonElement> EndAsync(HttpClient program, string id)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var run = await program.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{id}");
            string state = run.GetProperty("state").GetString()!;
            if (state is not ("queued" or "running"))
            {
                Assert.True(state == "done", run.ToString());
                return await program.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{id}/result");
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
