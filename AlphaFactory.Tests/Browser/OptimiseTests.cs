using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A person optimises a strategy, reads what came of it, and walks it forward.</summary>
public sealed class OptimiseTests(BrowserFixture browser)
{
    private const string Small = "strategy=sma-crossover&symbol=DEMO-FERM&interval=1d&source=demo&range.fast=5..30:5&range.slow=40..100:20";

    [Fact]
    public async Task A_sweep_is_started_watched_read_opened_compared_and_promoted()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/optimise?" + Small);
        await Expect(page.GetByLabel("Before the start")).ToContainTextAsync("24 sets");

        // A fault points at its character and keeps the sweep from starting.
        await page.GetByLabel("Condition").FillAsync("fast < slw");
        await page.GetByLabel("Condition").PressAsync("Tab");
        await Expect(page.Locator(".pointer")).ToBeVisibleAsync();
        Assert.Equal("fast < slw\n       ^", await page.Locator(".pointer").TextContentAsync());
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("where=fast"));
        await page.GetByLabel("Condition").FillAsync("fast < slow");
        await page.GetByLabel("Condition").PressAsync("Tab");
        await Expect(page.GetByLabel("Before the start")).ToContainTextAsync("24 sets");

        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveAtAsync(url => System.Text.RegularExpressions.Regex.IsMatch(url, "/optimise/[a-z0-9]{10}$"));
        await Expect(page.Locator(".verdict")).ToContainTextAsync("Recommended is the plateau");
        string study = page.Url;

        // Default and buy and hold are always in the table; a filter leaves them there.
        await Expect(Named(page, "Plateau")).ToHaveCountAsync(1);
        await Expect(Named(page, "Default")).ToHaveCountAsync(1);
        await Expect(Named(page, "Buy and hold")).ToHaveCountAsync(1);
        await Expect(Sets(page)).ToHaveCountAsync(24);

        // The best tenth of 24 sets are three; every set that was tried has the median of its neighbourhood.
        var clusters = page.GetByRole(AriaRole.Region, new() { Name = "Clusters of good sets" });
        await Expect(clusters).ToBeVisibleAsync();
        Assert.Equal(3, (await clusters.Locator("tbody td:first-child").AllInnerTextsAsync()).Sum(int.Parse));
        Assert.All(await Sets(page).Locator("td:nth-child(5)").AllInnerTextsAsync(), text => Assert.Matches(@"^[-\u2212]?\d", text));
        await page.GetByLabel("Only sets where", new() { Exact = true }).FillAsync("fast <= 10");
        await page.GetByLabel("Only sets where", new() { Exact = true }).PressAsync("Tab");
        await Expect(Sets(page)).ToHaveCountAsync(8);
        await page.ArriveAtAsync(url => url.Contains("filter=fast", StringComparison.Ordinal));
        await Expect(Named(page, "Default")).ToHaveCountAsync(1);
        await Expect(page.Locator(".plot.parallel .brush-track[data-axis=fast] i")).ToBeVisibleAsync();

        // The link alone shows the same rows, and a chart as a table.
        await page.GotoAsync(page.Url + "&table=heat&sort=-trades");
        await Expect(Sets(page)).ToHaveCountAsync(8);
        await Expect(page.GetByLabel("Heatmap").Locator("tbody td")).ToHaveCountAsync(24);
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Trades");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        // The row's figures are those of the backtest it opens.
        await page.GotoAsync(study);
        var plateau = Named(page, "Plateau");
        string sharpe = await plateau.Locator("td.r").Nth(3).InnerTextAsync(), trades = await plateau.Locator("td.r").Nth(6).InnerTextAsync();
        await plateau.GetByRole(AriaRole.Button, new() { Name = "Open as backtest" }).ClickAsync();
        await page.ArriveAtAsync(url => url.Contains("/results/", StringComparison.Ordinal));
        await Visitor.ExpectCurveAsync(page);
        await Expect(page.Locator(".kpis")).ToContainTextAsync(sharpe);
        await Expect(page.Locator(".kpis")).ToContainTextAsync(trades);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Optimise" }).Last).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^optimise\\?strategy=sma-crossover"));

        await page.GotoAsync(study);
        await page.GetByRole(AriaRole.Button, new() { Name = "Promote the plateau point" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("From the plateau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Promote", Exact = true }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("From the plateau");
        await page.GotoAsync("/strategies/sma-crossover");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "From the plateau" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("set.fast="), new() { Timeout = 60_000 });

        await page.GotoAsync(study);
        // Where plateau and best are one and the same set both rows tick it, and a press on the second before the page has followed the first would take it off again.
        string plateauValues = await ValuesAsync("Plateau"), bestValues = await ValuesAsync("Single best");
        await page.GetByLabel("Tick Plateau").CheckAsync(new() { Timeout = 60_000 });
        await (plateauValues == bestValues ? Sets(page).Last.GetByRole(AriaRole.Checkbox) : page.GetByLabel("Tick Single best")).CheckAsync();
        var compare = page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).Last;

        await compare.ClickAsync();
        await page.ArriveAtAsync(url => url.Contains("/compare?runs=", StringComparison.Ordinal));
        await Expect(page.Locator(".plot.compare .scatterlayer .trace").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save comparison" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Two of the sweep");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save comparison" }).Last.ClickAsync();
        await Expect(page.Locator(".presets summary")).ToContainTextAsync("Saved comparisons 1");

        // Studies stand in the lists and lead to their page.
        await page.GotoAsync("/results?kind=sweep");
        await Expect(page.Locator(".runs tbody a.name")).ToHaveAttributeAsync("href", new Uri(study).AbsolutePath[1..], new() { Timeout = 60_000 });
        var csv = await context.APIRequest.GetAsync(study + "/sets.csv");
        Assert.Equal(25, (await csv.TextAsync()).TrimEnd().Split('\n').Length);
        var report = await context.APIRequest.GetAsync(study + "/report.html");
        Assert.Contains("Is it more than luck?", await report.TextAsync(), StringComparison.Ordinal);

        async Task<string> ValuesAsync(string name) => $"{await Named(page, name).Locator("td").Nth(2).InnerTextAsync()}, {await Named(page, name).Locator("td").Nth(3).InnerTextAsync()}";
    }

    [Fact]
    public async Task A_long_sweep_shows_its_progress_and_can_be_cancelled_and_gone_on_with()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);

        // Stops and a sizing rule make it far too long to end by itself while it is watched.
        await page.GotoAsync("/optimise?strategy=sma-crossover&symbol=DEMO-FERM&interval=1d&source=demo&range.fast=2..60&range.slow=20..200&range.stop_pct=1..30:0.5&range.take_profit_pct=2..30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.ArriveAtAsync(url => System.Text.RegularExpressions.Regex.IsMatch(url, "/optimise/[a-z0-9]{10}$"));
        await Expect(page.Locator(".studyrun")).ToContainTextAsync("sets/s");
        await Expect(page.GetByLabel("Workers").Locator("tbody tr").First).ToBeVisibleAsync();
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("was cancelled");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await Expect(page.Locator(".studyrun")).ToContainTextAsync("sets/s");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("was cancelled");
        await page.GotoAsync("/jobs");
        await Expect(page.Locator(".jobs tbody tr").Last).ToContainTextAsync("Sweep");
    }

    [Fact]
    public async Task A_walk_forward_shows_its_windows_before_and_its_pass_table_after()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/walk-forward?" + Small + "&train=750&test=250");
        await Expect(page.Locator(".windows .test")).Not.ToHaveCountAsync(0);
        int windows = await page.Locator(".windows .test").CountAsync();
        Assert.InRange(windows, 5, 8);
        await page.GetByLabel("Cut", new() { Exact = true }).SelectOptionAsync("share");
        await Expect(page.Locator(".windows .test")).ToHaveCountAsync(1);
        await page.ArriveAtAsync(url => url.Contains("share=70", StringComparison.Ordinal));
        await page.GotoAsync("/walk-forward?" + Small + "&train=750&test=250");
        await Expect(page.Locator(".windows .test")).ToHaveCountAsync(windows);
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.ArriveAtAsync(url => System.Text.RegularExpressions.Regex.IsMatch(url, "/walk-forward/[a-z0-9]{10}$"));
        await Expect(page.Locator(".verdict")).ToContainTextAsync("rows of the pass table");
        await Expect(page.Locator(".passes tbody tr")).ToHaveCountAsync(6);
        await Expect(page.GetByLabel("Windows", new() { Exact = true }).Locator("tbody tr")).ToHaveCountAsync(windows);
        await Expect(page.Locator(".plot.compare .scatterlayer .trace")).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Button, new() { Name = "Drawdown" }).ClickAsync();
        await page.ArriveAtAsync(url => url.Contains("view=drawdown", StringComparison.Ordinal));
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
    }

    [Fact]
    public async Task A_cross_validation_is_cut_refused_started_and_read()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/walk-forward?" + Small);
        await Expect(page.Locator(".windows .test")).Not.ToHaveCountAsync(0);
        await page.GetByLabel("Cut", new() { Exact = true }).SelectOptionAsync("kfold");
        await Expect(page.Locator(".cuts > div")).ToHaveCountAsync(5);
        await page.ArriveAtAsync(url => url.Contains("scheme=kfold", StringComparison.Ordinal));
        await Expect(page.Locator(".hint.warned")).ToContainTextAsync("Nothing is left out");

        // What cannot be is said at its field and beside the start, and keeps it from starting.
        await FillAsync("Folds", "9999");
        await Expect(page.Locator("#field-folds-words")).ToContainTextAsync("folds is 9999 but must be 2 to");
        await Expect(page.GetByLabel("Before the start")).ToContainTextAsync("Take another number or a longer period.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.Locator("#field-folds-words")).ToContainTextAsync("folds is 9999");
        Assert.Contains("/walk-forward?", page.Url, StringComparison.Ordinal);
        await FillAsync("Folds", "4");
        await FillAsync("Purge", "2");
        await FillAsync("Embargo", "60");
        await Expect(page.Locator(".cuts > div")).ToHaveCountAsync(4);
        await Expect(page.Locator(".cutkey")).ToContainTextAsync("embargo, 60 days");
        await Expect(page.GetByLabel("Before the start")).ToContainTextAsync("24 sets");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.ArriveAtAsync(url => System.Text.RegularExpressions.Regex.IsMatch(url, "/cross-validation/[a-z0-9]{10}$"));
        await Expect(page.Locator(".verdict")).ToContainTextAsync("All tests joined have a Sharpe ratio of");
        string study = page.Url;
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Splits" }).Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator(".plot.compare .scatterlayer .trace")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Drawdown" }).ClickAsync();
        await page.ArriveAtAsync(url => url.Contains("view=drawdown", StringComparison.Ordinal));
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        // The same again, with several folds tested together: as many paths as there are in theory.
        await page.GetByRole(AriaRole.Link, new() { Name = "Run again with changes" }).ClickAsync();
        await Expect(page.Locator(".cuts > div")).ToHaveCountAsync(4);
        await page.GetByLabel("Cut", new() { Exact = true }).SelectOptionAsync("combinatorial");
        await Expect(page.Locator(".cuts > div")).ToHaveCountAsync(6);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveAtAsync(url => System.Text.RegularExpressions.Regex.IsMatch(url, "/cross-validation/[a-z0-9]{10}$") && url != study);
        await Expect(page.Locator(".verdict")).ToContainTextAsync("The median of 3 paths");
        await Expect(page.Locator(".plot.compare .scatterlayer .trace")).ToHaveCountAsync(5);

        await page.GetByRole(AriaRole.Button, new() { Name = "Open as backtest" }).First.ClickAsync();
        await page.ArriveAtAsync(url => url.Contains("/results/", StringComparison.Ordinal));
        await page.GotoAsync("/results?kind=cross-validation");
        await Expect(page.Locator(".runs tbody a.name")).ToHaveCountAsync(2);

        async Task FillAsync(string label, string text)
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
            await page.GetByLabel(label, new() { Exact = true }).PressAsync("Tab");
        }
    }

    [Fact]
    public async Task Many_splits_are_read_page_by_page()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/walk-forward?" + Small + "&scheme=combinatorial&folds=8&test_folds=3&purge=2&embargo=20");
        await Expect(page.GetByLabel("Before the start")).ToContainTextAsync("56 splits");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveAtAsync(url => url.Contains("/cross-validation/", StringComparison.Ordinal));
        var pager = page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of the table" });
        await Expect(pager).ToContainTextAsync("1 to 30 of 56");
        await pager.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(pager).ToContainTextAsync("31 to 56 of 56");
        await page.GoBackAsync();
        await Expect(pager).ToContainTextAsync("1 to 30 of 56");
    }

    [Fact]
    public async Task An_unknown_study_says_so()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        foreach (string path in new[] { "/optimise/nosuchrun1", "/walk-forward/nosuchrun1", "/cross-validation/nosuchrun1" })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such study");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(0);
        }
    }

    private static ILocator Named(IPage page, string name) => page.Locator(".sets tbody").First.Locator("tr").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });

    private static ILocator Sets(IPage page) => page.Locator(".sets tbody").Nth(1).Locator("tr");
}
