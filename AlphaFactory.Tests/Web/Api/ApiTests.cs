using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Logs;
using AlphaFactory.Web.Security;
using AlphaFactory.Web.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Api;

public sealed class ApiTests
{
    private const string Request = """{"strategy":"sma-crossover","set":{"fast":5,"slow":20},"symbol":"WAVE","commission_pct":0.2,"fractional":true}""";

    [Fact]
    public async Task A_run_by_the_api_and_by_the_verb_is_the_same_document()
    {
        await using var web = await StartedAsync();
        string csv = Path.Join(web.DataDirectory, "WAVE.csv");
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));

        var started = await program.PostAsync("/api/v1/runs", Json(Request));
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        string id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        Assert.Equal("done", await EndAsync(program, id));

        using StringWriter output = new(), error = new();
        Assert.Equal(0, await CommandLine.RunAsync(["backtest", "--csv", csv, "--strategy", "sma-crossover", "--set", "fast=5", "slow=20", "--commission-pct", "0.2", "--fractional", "--json"], output, error, TestContext.Current.CancellationToken));
        Assert.Equal(output.ToString().Trim(), await program.GetStringAsync($"/api/v1/runs/{id}/result"));

        var columns = ColumnBlob.Read(await program.GetByteArrayAsync($"/api/v1/runs/{id}/columns?format=binary"));
        Assert.Equal(["time", "equity", "benchmark", "position"], columns.Select(column => column.Name));
        string[] lines = (await program.GetStringAsync($"/api/v1/runs/{id}/columns?format=csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(columns[0].Values.Length + 1, lines.Length);
        Assert.StartsWith("2020-01-02T00:00:00Z,", lines[1]);

        var list = await program.GetFromJsonAsync<JsonElement>("/api/v1/runs?state=done&take=10");
        Assert.Equal(id, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsync($"/api/v1/runs/{id}/cancel", null)).StatusCode);

        await Patience.UntilAsync(async () => Regex.IsMatch(await program.GetStringAsync("/metrics"), "(?m)^alphafactory_runs_finished_total [1-9]"));
        Assert.Equal("""{"status":"well","store":"reachable","migrations":"current","queue":"alive"}""", await web.Program().GetStringAsync("/health"));
        Assert.NotEmpty(await web.Services.GetRequiredService<LogReader>().ReadAsync(new LogFilter(Run: id), default));
    }

    [Fact]
    public async Task A_run_is_named_tagged_pinned_and_archived_by_the_api()
    {
        await using var web = await StartedAsync();
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));
        string id = (await (await program.PostAsync("/api/v1/runs", Json(Request))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var answer = await program.PatchAsync($"/api/v1/runs/{id}", Json("""{"title":"Ours","tags":["Momentum"," for  review"],"note":"see Ben","pinned":true}"""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["for review", "momentum"], body.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal(("Ours", "see Ben", true, false), (body.GetProperty("title").GetString(), body.GetProperty("note").GetString(), body.GetProperty("pinned").GetBoolean(), body.GetProperty("archived").GetBoolean()));
        Assert.Equal(1, (await program.GetFromJsonAsync<JsonElement>("/api/v1/runs?tag=momentum&text=BEN&archived=false")).GetProperty("items").GetArrayLength());
        await program.PatchAsync($"/api/v1/runs/{id}", Json("""{"archived":true}"""));
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>("/api/v1/runs?archived=false")).GetProperty("items").GetArrayLength());

        var refused = await program.PatchAsync($"/api/v1/runs/{id}", Json("""{"title":" ","tags":["a,b"]}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(2, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("faults").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await program.PatchAsync("/api/v1/runs/nosuchrun1", Json("{}"))).StatusCode);
        using var reader = web.Program(await TokenAsync(web, ApiTokenScope.Read));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PatchAsync($"/api/v1/runs/{id}", Json("{}"))).StatusCode);
    }

    [Fact]
    public async Task Bars_come_as_json_csv_and_binary_with_the_same_numbers()
    {
        await using var web = await StartedAsync();
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Read));
        var json = await program.GetFromJsonAsync<JsonElement>("/api/v1/bars/wave?from=2020-02-03&to=2020-02-28");
        double[] close = [.. json.GetProperty("close").EnumerateArray().Select(value => value.GetDouble())];
        var binary = ColumnBlob.Read(await program.GetByteArrayAsync("/api/v1/bars/WAVE?from=2020-02-03&to=2020-02-28&format=binary"));
        string[] csv = (await program.GetStringAsync("/api/v1/bars/WAVE?from=2020-02-03&to=2020-02-28&format=csv")).Trim().Split('\n');
        Assert.Equal(20, close.Length);
        Assert.Equal(close, binary.Single(column => column.Name == "close").Values);
        Assert.Equal(close, csv.Skip(1).Select(line => double.Parse(line.Split(',')[4], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("WAVE", (await program.GetFromJsonAsync<JsonElement>("/api/v1/symbols?text=wav")).GetProperty("items")[0].GetProperty("symbol").GetString());
        Assert.Equal(StrategyRegistry.Shipped().All.Count, (await program.GetFromJsonAsync<JsonElement>("/api/v1/strategies")).GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/runs?state=dome&take=0&skip=-1", 422, 3)]
    [InlineData("/api/v1/bars/WAVE?interval=1x&adjustment=none&from=yesterday&format=xml", 422, 4)]
    [InlineData("/api/v1/bars/NOPE", 404, 0)]
    [InlineData("/api/v1/runs/nope", 404, 0)]
    [InlineData("/api/v1/runs/nope/result", 404, 0)]
    [InlineData("/api/v1/strategies/sma-crosover", 404, 0)]
    [InlineData("/api/v1/nothing", 404, 0)]
    public async Task A_fault_is_a_problem_document_with_every_fault_in_it(string path, int status, int faults)
    {
        await using var web = await StartedAsync();
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Read));
        var answer = await program.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
        Assert.Equal(faults, problem.TryGetProperty("faults", out var list) ? list.GetArrayLength() : 0);
    }

    [Fact]
    public async Task A_run_that_cannot_be_made_is_refused_with_all_faults_and_stores_nothing()
    {
        await using var web = await StartedAsync();
        using var program = web.Program(await TokenAsync(web, ApiTokenScope.Run));
        var answer = await program.PostAsync("/api/v1/runs", Json("""{"strategy":"sma-crossover","set":{"fast":-3},"symbol":"WAVE","size_pct":400}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("faults").GetArrayLength());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsync("/api/v1/runs", Json(new string(' ', 70_000)))).StatusCode);
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>("/api/v1/runs")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_token_does_what_its_scope_allows_until_it_is_revoked_or_its_owner_disabled()
    {
        await using var web = await StartedAsync();
        using var reader = web.Program(await TokenAsync(web, ApiTokenScope.Read));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/runs")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/api/v1/runs", Json(Request))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/openapi/v1.json")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await web.Program("af_0123456789_" + new string('x', 43)).GetAsync("/api/v1/runs")).StatusCode);

        // Pages are for cookies only.
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.GetAsync("/settings")).StatusCode);

        var tokens = web.Services.GetRequiredService<IApiTokenStore>();
        await tokens.RevokeAsync((await tokens.ListAsync(default)).Single().Id, default);
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.GetAsync("/api/v1/runs")).StatusCode);

        var users = web.Services.GetRequiredService<UserDirectory>();
        await users.AddAsync("Tom", WebHarness.Phrase, Roles.Viewer, "test", default);
        using var tom = web.Program((await tokens.CreateAsync("tom", ApiTokenScope.Admin, "Tom", null, default)).Plain);
        Assert.Equal("viewer", (await tom.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("role").GetString());
        Assert.Equal([], await users.DisableAsync((await users.FindAsync("Tom", default))!.Id, true, "test", default));
        Assert.Equal(HttpStatusCode.Unauthorized, (await tom.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task A_change_by_cookie_needs_the_request_token()
    {
        await using var web = await WebHarness.StartAsync();
        using var browser = await web.OwnerAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/api/v1/runs", Json(Request))).StatusCode);
        string token = (await browser.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("request_token").GetString()!;
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        Assert.NotEqual(HttpStatusCode.BadRequest, (await browser.PostAsync("/api/v1/runs", Json(Request))).StatusCode);
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

    private static async Task<string> EndAsync(HttpClient program, string id)
    {
        string state = "";
        await Patience.UntilAsync(async () => (state = (await program.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{id}")).GetProperty("state").GetString()!) is not ("queued" or "running"));
        return state;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
