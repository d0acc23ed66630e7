using System.Text.RegularExpressions;
using AlphaFactory.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>Deploy, watch, pause, kill, and come back after the server was killed: with no account and no internet.</summary>
public sealed partial class LiveTests(BrowserFixture browser, ITestOutputHelper output)
{
    [Fact]
    public async Task A_strategy_is_deployed_from_its_page_and_the_dashboard_moves()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await page.GotoAsync("/strategies/sma-crossover");
        await page.GetByRole(AriaRole.Link, new() { Name = "Deploy to simulated account" }).ClickAsync();
        var before = page.GetByRole(AriaRole.Region, new() { Name = "Before the start" });
        await Expect(before).ToContainTextAsync("a bar of 5 minutes takes 5.0 s");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        long clicked = TimeProvider.System.GetTimestamp();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start trading" }).ClickAsync();
        await page.ArriveAtAsync("**/live?deployment=*");
        await Expect(page).ToHaveTitleAsync(Simulated());
        await Expect(page.Locator(".hero .big")).ToContainTextAsync("$");
        int first = await LiveVisit.PlayedAsync(page, 1);
        output.WriteLine($"First bar {TimeProvider.System.GetElapsedTime(clicked).TotalSeconds:0.0} s after the click");
        await LiveVisit.PlayedAsync(page, first + 1);
        output.WriteLine($"Next bar {TimeProvider.System.GetElapsedTime(clicked).TotalSeconds:0.0} s after the click");

        await Expect(page.Locator(".plot.live canvas")).ToHaveCountAsync(3);
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause entries" }).ClickAsync();
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("paused");
        await page.GetByRole(AriaRole.Region, new() { Name = "Kill switch" }).GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("running");
    }

    [Fact]
    public async Task Killed_by_typing_nothing_starts_until_somebody_takes_it_back()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page);
        await page.GetByRole(AriaRole.Region, new() { Name = "Kill switch" }).GetByRole(AriaRole.Button, new() { NameRegex = KillWord() }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { NameRegex = KillWord() })).ToHaveAttributeAsync("aria-disabled", "true");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await dialog.GetByLabel("Type kill to go on").FillAsync("kill");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".killed")).ToContainTextAsync($"by {Visitor.Name}");
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("killed");

        // It holds over a kill -9 of the server, and nothing can be started against it.
        app.Kill();
        await app.StartAgainAsync();
        await page.GotoAsync(LiveVisit.Busy);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start trading" })).ToHaveAttributeAsync("aria-disabled", "true");

        await page.GotoAsync("/risk");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await dialog.GetByLabel("Why may trading come back?").FillAsync("it was a drill");
        await dialog.GetByLabel("Type unkill to go on").FillAsync("unkill");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".killed")).ToHaveCountAsync(0);
        await page.GotoAsync("/live");
        await LiveVisit.Row(page).GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("running");
    }

    [Fact]
    public async Task The_chord_kills_from_any_page_and_from_within_a_field()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await page.GotoAsync("/runs/new");
        await page.GetByLabel("Capital").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Escape");
        await page.Keyboard.PressAsync("Shift+Escape");
        await Expect(page.Locator(".toast")).ToContainTextAsync("Killed");
        await page.GotoAsync("/risk");
        await Expect(page.Locator(".killed")).ToContainTextAsync("by keyboard");
    }

    [Fact]
    public async Task Trading_goes_on_after_the_server_was_killed_and_no_order_is_lost_or_doubled()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page);
        await page.WaitForSelectorAsync("table[aria-label=Fills] tbody tr");
        await page.EvaluateAsync("() => { window.beforeRestart = true; }");

        app.Kill();
        int played = await LiveVisit.PlayedAsync(page, 1);
        var before = Journal(app.DataDirectory);
        await page.WaitForSelectorAsync("#reconnect:visible");
        await Expect(page.Locator(".cutoff")).ToBeVisibleAsync();
        await app.StartAgainAsync();

        await page.WaitForFunctionAsync("() => window.beforeRestart === undefined");
        await LiveVisit.PlayedAsync(page, played + 5);

        // A signal comes when it comes.
        await Patience.UntilAsync(() => Journal(app.DataDirectory).Count > before.Count);
        app.Kill();
        var after = Journal(app.DataDirectory);
        output.WriteLine($"Bar {played} before; {before.Count} orders before, {after.Count} after");
        foreach (var (reference, order) in before)
        {
            // Lines are added, never changed: what was known before is known after, and an execution counts once.
            Assert.Empty(order.Executions.Except(after[reference].Executions));
        }

        Assert.All(after, order => Assert.Equal((1, order.Value.Executions.Count), (order.Value.Intents, order.Value.Executions.Distinct().Count())));
    }

    [Fact]
    public async Task It_fits_a_phone_with_pause_and_kill_at_hand()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address, 360, 740, ColorScheme.Dark);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page);
        foreach (string path in new[] { "/live", "/risk", LiveVisit.Busy })
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync("h1");
            await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");
            Assert.False(await Visitor.ScrollsSidewaysAsync(page), $"{path} is wider than 360 px.");
            await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        }

        await page.GotoAsync("/live");
        var bar = page.GetByRole(AriaRole.Group, new() { Name = "Pause and kill" });
        await Expect(bar.GetByRole(AriaRole.Button, new() { NameRegex = KillWord() })).ToBeInViewportAsync();
        await Expect(bar.GetByRole(AriaRole.Button, new() { Name = "Pause entries" })).ToBeInViewportAsync();
    }

    /// <summary>Orders by reference as the journal on disk has them.</summary>
    private static Dictionary<string, (int Intents, List<string> Executions)> Journal(string dataDirectory)
    {
        var orders = new Dictionary<string, (int Intents, List<string> Executions)>();
        using var connection = new SqliteConnection($"Data Source={Path.Join(dataDirectory, "alphafactory.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT reference, kind, body FROM order_journal ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            string reference = reader.GetString(0), kind = reader.GetString(1);
            var (intents, executions) = orders.TryGetValue(reference, out var known) ? known : (0, []);
            if (kind == "executed" && ExecutionId().Match(reader.GetString(2)) is { Success: true } id)
            {
                executions.Add(id.Groups[1].Value);
            }

            orders[reference] = (intents + (kind == "intent" ? 1 : 0), executions);
        }

        return orders;
    }

    [GeneratedRegex("^SIMULATED")]
    private static partial Regex Simulated();

    [GeneratedRegex("^Kill")]
    private static partial Regex KillWord();

    [GeneratedRegex("\"Id\":\"([^\"]+)\"")]
    private static partial Regex ExecutionId();
}
