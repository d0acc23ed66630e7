using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Api;

public sealed class StudyEndpointTests
{
    private const string Sweep = """{"strategy":"sma-crossover","symbol":"WAVE","ranges":{"fast":"2..12:2","slow":"10..40:10"},"where":"fast < slow"}""";

    [Fact]
    public async Task A_sweep_runs_from_start_to_rows()
    {
        await using var web = await StartedAsync();
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));
        var estimate = await (await program.PostAsync("/api/v1/sweeps/estimate", Json(Sweep))).Content.ReadFromJsonAsync<JsonElement>();
        var answer = await program.PostAsync("/api/v1/sweeps", Json(Sweep));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        string id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("run").GetProperty("id").GetString()!;
        var done = await EndAsync(program, $"/api/v1/sweeps/{id}");
        Assert.Equal(("done", "ended"), (done.GetProperty("run").GetProperty("state").GetString(), done.GetProperty("phase").GetString()));

        var result = await program.GetFromJsonAsync<JsonElement>($"/api/v1/sweeps/{id}/result");
        long sets = result.GetProperty("sets").GetInt64();
        Assert.Equal(estimate.GetProperty("sets").GetInt64(), sets);
        Assert.Equal(sets, result.GetProperty("trials").GetInt64());
        Assert.Equal(done.GetProperty("best").GetProperty("objective").GetDouble(), result.GetProperty("best").GetProperty("objective").GetDouble());
        Assert.True(result.GetProperty("overfitting").GetProperty("probability").GetDouble() is >= 0 and <= 1);
        Assert.True(result.GetProperty("superiority").GetProperty("p_value").GetDouble() is >= 0 and <= 1);

        var rows = await program.GetFromJsonAsync<JsonElement>($"/api/v1/sweeps/{id}/rows?take=3&filter=fast%20%3C%208");
        Assert.Equal((3, sets), (rows.GetProperty("items").GetArrayLength(), rows.GetProperty("total").GetInt64()));
        string[] lines = (await program.GetStringAsync($"/api/v1/sweeps/{id}/rows?format=csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("fast,slow,total_return,sharpe", lines[0], StringComparison.Ordinal);
        Assert.Equal(sets + 1, lines.Length);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsync($"/api/v1/sweeps/{id}/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/v1/walk-forwards/{id}")).StatusCode);
        Assert.Equal(id, (await program.GetFromJsonAsync<JsonElement>("/api/v1/sweeps")).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>("/api/v1/runs")).GetProperty("items").GetArrayLength());

        // The file it gives starts the same again.
        string spec = done.GetProperty("spec").GetString()!;
        Assert.Equal(HttpStatusCode.Accepted, (await program.PostAsync("/api/v1/sweeps", new StringContent(spec, Encoding.UTF8, "application/yaml"))).StatusCode);
    }

    [Fact]
    public async Task A_walk_forward_takes_the_usual_share_unless_told_otherwise()
    {
        await using var web = await StartedAsync();
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));
        var answer = await program.PostAsync("/api/v1/walk-forwards", Json(Sweep));
        string id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("run").GetProperty("id").GetString()!;
        Assert.Equal("done", (await EndAsync(program, $"/api/v1/walk-forwards/{id}")).GetProperty("run").GetProperty("state").GetString());
        var result = await program.GetFromJsonAsync<JsonElement>($"/api/v1/walk-forwards/{id}/result");
        var window = Assert.Single(result.GetProperty("windows").EnumerateArray());
        Assert.Equal(0.7, (double)window.GetProperty("train_bars").GetInt32() / (window.GetProperty("train_bars").GetInt32() + window.GetProperty("test_bars").GetInt32()), 1e-2);
    }

    [Fact]
    public async Task A_cross_validation_runs_from_estimate_to_result_and_absurd_folds_are_refused()
    {
        await using var web = await StartedAsync();
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));
        string asked = Sweep[..^1] + ""","folds":6,"test_folds":2,"purge":2,"embargo":20}""";
        var estimate = await (await program.PostAsync("/api/v1/cross-validations/estimate", Json(asked))).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(15, estimate.GetProperty("splits").GetArrayLength());
        var answer = await program.PostAsync("/api/v1/cross-validations", Json(asked));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        string id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("run").GetProperty("id").GetString()!;
        var done = await EndAsync(program, $"/api/v1/cross-validations/{id}");
        Assert.Equal("done", done.GetProperty("run").GetProperty("state").GetString());
        var result = await program.GetFromJsonAsync<JsonElement>($"/api/v1/cross-validations/{id}/result");
        Assert.Equal(("combinatorial", 15, 5, 5), (result.GetProperty("scheme").GetString(), result.GetProperty("splits").GetArrayLength(), result.GetProperty("paths").GetProperty("count").GetInt32(), result.GetProperty("stitched").GetProperty("paths").GetArrayLength()));
        Assert.Equal(estimate.GetProperty("sets").GetInt64(), result.GetProperty("sets").GetInt64());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsync($"/api/v1/cross-validations/{id}/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/v1/walk-forwards/{id}")).StatusCode);

        // The file it gives starts the same again.
        string spec = done.GetProperty("spec").GetString()!;
        Assert.Equal(HttpStatusCode.Accepted, (await program.PostAsync("/api/v1/cross-validations", new StringContent(spec, Encoding.UTF8, "application/yaml"))).StatusCode);

        var refused = await program.PostAsync("/api/v1/cross-validations", Json(Sweep[..^1] + ""","method":"tpe","folds":9999,"embargo":-1}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(3, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public async Task Reading_is_not_enough_to_start_or_stop_and_faults_come_all_at_once()
    {
        await using var web = await StartedAsync();
        using var reader = web.Program(await TokenAsync(web, ApiTokenScope.Read));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/api/v1/sweeps", Json(Sweep))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/api/v1/sweeps/abc/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/api/v1/sweeps/abc/rows")).StatusCode);
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));
        var refused = await program.PostAsync("/api/v1/sweeps", Json("""{"strategy":"sma-crossover","symbol":"WAVE","ranges":{"fats":"2..12"},"objective":"sharp","method":"gird"}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(3, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("faults").GetArrayLength());
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>("/api/v1/sweeps")).GetProperty("items").GetArrayLength());
    }

    private static async Task<WebHarness> StartedAsync()
    {
        var web = await WebHarness.StartAsync();
        (await web.OwnerAsync()).Dispose();
        await using var file = File.OpenRead(PriceFile.WriteWave(Path.Join(web.DataDirectory, "WAVE.csv")));
        Assert.IsType<ImportedBars>(await web.Services.GetRequiredService<BarImporter>().ImportAsync(file, "WAVE", null, CsvMapping.Automatic, "test", null, default));
        return web;
    }

    private static async Task<string> TokenAsync(WebHarness web, ApiTokenScope scope) =>
        (await web.Services.GetRequiredService<IApiTokenStore>().CreateAsync("test", scope, WebHarness.Owner, null, default)).Plain;

    private static async Task<JsonElement> EndAsync(HttpClient program, string path)
    {
        JsonElement state = default;
        await Patience.UntilAsync(async () => (state = await program.GetFromJsonAsync<JsonElement>(path)).GetProperty("run").GetProperty("state").GetString() is not ("queued" or "running"));
        return state;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
