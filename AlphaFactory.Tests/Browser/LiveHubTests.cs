using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Browser;

/// <summary>Other programs at a real server: the hub by the npm client @microsoft/signalr, and the same by request.</summary>
public sealed class LiveHubTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_npm_client_follows_the_hub_with_a_token_and_commands_only_with_the_scope_for_it()
    {
        await using var app = await StartAsync();
        var (run, read) = (await TokenAsync(app, "run"), await TokenAsync(app, "read"));
        using var program = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { Authorization = new("Bearer", run) } };
        string id = await DeployAsync(program);

        var seen = await NodeAsync(app, read, id, frames: 8);
        Assert.True(seen.GetProperty("frames").GetInt32() >= 8);
        Assert.True(seen.GetProperty("rising").GetBoolean());
        Assert.Equal("running", seen.GetProperty("state").GetString());
        Assert.Contains("day_pnl", seen.GetProperty("keys").EnumerateArray().Select(key => key.GetString()));
        Assert.Contains("unauthorized", seen.GetProperty("pause").GetProperty("refused").GetString()!, StringComparison.OrdinalIgnoreCase);

        seen = await NodeAsync(app, run, id, frames: 2);
        Assert.True(seen.GetProperty("pause").GetProperty("done").GetBoolean(), seen.ToString());
        var now = await program.GetFromJsonAsync<JsonElement>($"/api/v1/deployments/{id}", None);
        Assert.Equal(("paused", "from node"), (now.GetProperty("state").GetString(), now.GetProperty("note").GetString()));

        Assert.True((await NodeAsync(app, "af_nobody_0000", id, frames: 1)).TryGetProperty("refused", out _));
    }

    [Fact]
    public async Task What_the_hub_can_the_requests_can_and_the_verbs()
    {
        await using var app = await StartAsync();
        using var program = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { Authorization = new("Bearer", await TokenAsync(app, "run")) } };
        string id = await DeployAsync(program);
        await Patience.UntilAsync(async () => await program.GetAsync($"/api/v1/deployments/{id}/frame", None) is { IsSuccessStatusCode: true } answer
            && (await answer.Content.ReadFromJsonAsync<JsonElement>(None)).GetProperty("is_running").GetBoolean());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync($"/api/v1/deployments/{id}/flatten", new { confirm = "wrong" }, None)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsJsonAsync($"/api/v1/deployments/{id}/speed", new { speed = 500 }, None)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsJsonAsync($"/api/v1/deployments/{id}/dance", new { }, None)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await program.PostAsJsonAsync($"/api/v1/deployments/{id}/resume", new { }, None)).StatusCode);
        var equity = await program.GetAsync($"/api/v1/deployments/{id}/equity?format=binary", None);
        Assert.True(equity.IsSuccessStatusCode);
        Assert.Equal("0", equity.Headers.GetValues("X-First").Single());

        // A verb of another process: the file in the data directory, and the database.
        Assert.Contains("Trading is killed", await AppVerb.RunAsync(app.DataDirectory, "kill", "--why", "a drill"), StringComparison.Ordinal);
        await Patience.UntilAsync(async () => (await program.GetFromJsonAsync<JsonElement>("/api/v1/desk", None)) is var frame
            && frame.GetProperty("kill").GetProperty("why").GetString() == "a drill" && frame.GetProperty("deployments")[0].GetProperty("state").GetString() == "killed");
        Assert.Contains("killed", await AppVerb.RunAsync(app.DataDirectory, "deployments"), StringComparison.Ordinal);
        Assert.Contains("taken back", await AppVerb.RunAsync(app.DataDirectory, "unkill", "--note", "the drill is over"), StringComparison.Ordinal);
        await Patience.UntilAsync(async () => !(await program.GetFromJsonAsync<JsonElement>("/api/v1/desk", None)).GetProperty("kill").GetProperty("is_killed").GetBoolean());
        string made = await AppVerb.RunAsync(app.DataDirectory, "deploy", "--strategy", "sma-crossover", "--symbol", "DEMO-BOLT", "--interval", "5m", "--name", "By verb", "--speed", "1000", "--risk", "breakers", "--start", "--json");
        string second = JsonDocument.Parse(made).RootElement.GetProperty("id").GetString()!;
        await Patience.UntilAsync(async () => await program.GetAsync($"/api/v1/deployments/{second}/frame", None) is { IsSuccessStatusCode: true } answer
            && (await answer.Content.ReadFromJsonAsync<JsonElement>(None)).GetProperty("is_running").GetBoolean());
        var events = await program.GetFromJsonAsync<JsonElement>("/api/v1/desk/events?take=1000", None);
        Assert.Equal(["killed", "unkilled"], events.EnumerateArray().Where(one => one.GetProperty("deployment").ValueKind == JsonValueKind.Null).Select(one => one.GetProperty("kind").GetString()));
    }

    private static async Task<string> DeployAsync(HttpClient program)
    {
        // The demo market may still be on its way into the store.
        await Patience.UntilAsync(async () => (await program.GetFromJsonAsync<JsonElement>("/api/v1/symbols", None)).ToString().Contains("DEMO-CHIP", StringComparison.Ordinal));
        using var made = await program.PostAsJsonAsync("/api/v1/deployments", new { name = "Node", run = new { strategy = "sma-crossover", symbol = "DEMO-CHIP", interval = "5m" }, risk = "trading", feed = new { speed = 60 }, start = true }, None);
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync(None));
        return (await made.Content.ReadFromJsonAsync<JsonElement>(None)).GetProperty("id").GetString()!;
    }

    private static async Task<string> TokenAsync(AppProcess app, string scope) =>
        (await AppVerb.RunAsync(app.DataDirectory, "token", "create", scope, "--scope", scope)).Trim();

    /// <summary>The program with its owner, who is made by the first page.</summary>
    private static async Task<AppProcess> StartAsync()
    {
        var app = await AppProcess.StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = app.Address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        string form = await WebHarness.OpenFormAsync(browser, "/first-visit");
        using var answer = await WebHarness.SendFormAsync(browser, "/first-visit", "first-visit", form, ("Input.Name", WebHarness.Owner), ("Input.PassPhrase", WebHarness.Phrase), ("Input.Again", WebHarness.Phrase));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return app;
    }

    private static async Task<JsonElement> NodeAsync(AppProcess app, string token, string id, int frames)
    {
        string folder = Path.Join(Repository.Root, "AlphaFactory.Tests", "Browser");
        var start = new ProcessStartInfo("node", [Path.Join(folder, "live-hub.mjs"), app.Address.ToString().TrimEnd('/'), token, id, FormattableString.Invariant($"{frames}")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var words = process.StandardError.ReadToEndAsync(None);
        string output = await process.StandardOutput.ReadToEndAsync(None).WaitAsync(Patience.Limit, None);
        await process.WaitForExitAsync(None);
        Assert.True(process.ExitCode == 0, await words);
        return JsonDocument.Parse(output).RootElement;
    }
}
