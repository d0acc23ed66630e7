using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Tests.Engine.Trading.Evidence;
using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A person reads what happened, writes about it, and asks whether it traded as its backtest.</summary>
public sealed class JournalTests(BrowserFixture browser, JournalTests.TradedApp traded) : IClassFixture<JournalTests.TradedApp>
{
    public static TheoryData<string, string> Pages() => new(new[] { "/journal", "/journal?kind=note&q=nothing", "/journal/tracking/DEPLOYMENT", "/journal/tracking/nobody", "/journal/reports", "/journal/reports?span=week", "/strategies/sma-crossover" }
        .SelectMany(page => new[] { (page, "Light"), (page, "Dark") }));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_serious_and_nothing_scrolls_sideways_on_a_phone(string path, string theme)
    {
        foreach (int width in (int[])[1440, 360])
        {
            await using var context = await traded.OpenAsync(browser, width, Enum.Parse<ColorScheme>(theme));
            var page = await VisitAsync(context, path);
            await Visitor.ExpectNoSeriousAxeFindingAsync(page);
            Assert.False(await Visitor.ScrollsSidewaysAsync(page), $"{path} is wider than {width} px.");
        }
    }

    [Fact]
    public async Task A_note_is_written_found_changed_with_its_history_deleted_and_brought_back()
    {
        await using var context = await traded.OpenAsync(browser, 1440, ColorScheme.Light);
        var page = await VisitAsync(context, "/journal");
        await Expect(page.Locator(".entry")).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write a note" }).ClickAsync();
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("The feed was late today.");
        await page.GetByLabel("Tags").FillAsync("late feed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Notes", Exact = true }).ClickAsync();
        await page.ArriveAtAsync("**kind=note**");

        // Other tests of this class write notes, too; the link alone shows this one.
        page = await VisitAsync(context, "/journal?kind=note&q=late%20feed");
        await Expect(page.Locator(".entry")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the note" }).ClickAsync();
        await page.Locator("dialog textarea").FillAsync("The feed was late by a minute.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".entry .w > p").First).ToHaveTextAsync("The feed was late by a minute.");
        await page.GetByRole(AriaRole.Button, new() { Name = "What it said before" }).ClickAsync();
        await Expect(page.Locator(".before p")).ToHaveTextAsync(["The feed was late today."]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the note" }).ClickAsync();
        await Expect(page.Locator(".entry")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".entry .w > p").First).ToHaveTextAsync("The feed was late by a minute.");
    }

    [Fact]
    public async Task Every_row_of_the_filter_is_exported_and_pages_follow_each_other()
    {
        await using var context = await traded.OpenAsync(browser, 1440, ColorScheme.Light);
        var page = await VisitAsync(context, "/journal?kind=fill");
        string total = (await page.Locator(".pager span").First.InnerTextAsync()).Split(" of ")[1];
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());
        string[] lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        Assert.Equal(int.Parse(total, System.Globalization.CultureInfo.InvariantCulture), lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.Contains(",fill,", line, StringComparison.Ordinal));
        await page.GotoAsync("/journal");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await page.ArriveAtAsync("**skip=50**");
        await Expect(page.Locator(".pager span").First).ToContainTextAsync("51 to");
    }

    [Fact]
    public async Task A_deployment_is_compared_and_its_differences_have_causes_and_a_note_can_hang_on_a_trade()
    {
        await using var context = await traded.OpenAsync(browser, 1440, ColorScheme.Light);
        var page = await VisitAsync(context, "/journal/tracking/DEPLOYMENT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare now" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Compared over 400 bars" })).ToBeVisibleAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("It does not trade as its backtest.");
        await Expect(page.Locator(".matches td b", new() { HasText = "risk block" }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".ladder .rungs [aria-current=step]")).ToHaveTextAsync("draft");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Write a note on the trade of .*") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Note on a trade" })).ToBeVisibleAsync();
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("The cool-down was right here.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Expect(page.Locator(".entry.own", new() { HasText = "The cool-down was right here." })).ToContainTextAsync("on the trade in TEST");
    }

    [Fact]
    public async Task A_day_has_a_report_that_can_be_taken_away()
    {
        await using var context = await traded.OpenAsync(browser, 1440, ColorScheme.Light);
        var page = await VisitAsync(context, "/journal/reports?span=week");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Trading in the week of");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download as HTML" }).ClickAsync());
        string html = await File.ReadAllTextAsync((await download.PathAsync())!);
        Assert.Contains("<h2>Deployments</h2>", html, StringComparison.Ordinal);
        Assert.Contains("Crossover", html, StringComparison.Ordinal);
    }

    private async Task<IPage> VisitAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path.Replace("DEPLOYMENT", traded.Deployment, StringComparison.Ordinal));
        await page.WaitForSelectorAsync("h1");
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");
        return page;
    }

    /// <summary>A server whose database holds a deployment that traded 400 days under a cool-down, all of them judged.</summary>
    public sealed class TradedApp : IAsyncLifetime
    {
        private readonly Lock _lock = new();
        private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        private Task? _prepared;
        private AppProcess? _app;
        private string? _state;

        /// <summary>Id of the deployment.</summary>
        public string Deployment { get; private set; } = "";

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        internal async Task<IBrowserContext> OpenAsync(BrowserFixture browser, int width, ColorScheme theme)
        {
            lock (_lock)
            {
                // Once, whatever comes of it: an owner can be set up only once.
                _prepared ??= PrepareAsync(browser);
            }

            await _prepared;
            return await browser.OpenAsync(_app!.Address, width, 900, theme, _state);
        }

        public async ValueTask DisposeAsync()
        {
            if (_app is not null)
            {
                await _app.DisposeAsync();
            }

            await TestFolder.DeleteAsync(_folder);
        }

        private async Task PrepareAsync(BrowserFixture browser)
        {
            var coolDown = ProtectionRegistry.Shipped().Find("cool-down")!;
            var played = await ShadowCase.PlayAsync(setting: new LiveSetting { Protections = [new ProtectionSetting(coolDown, new CoolDownParameters { Minutes = 3 * 1440 })] });
            await using (var host = EngineHost.Build(EngineHost.Settings(null, _folder), null, null))
            {
                await host.Get<IDatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
                (var deployment, _) = await StoredShadow.WriteAsync(host, played);
                Deployment = deployment.Id;
                await host.Get<IShadow>().JudgeDueAsync(TestContext.Current.CancellationToken);
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _app = await AppProcess.StartAsync(dataDirectory: _folder);
            await using var context = await browser.OpenAsync(_app.Address);
            var page = await context.NewPageAsync();
            await Visitor.SetUpOwnerAsync(page);
            _state = await context.StorageStateAsync();
        }
    }
}
