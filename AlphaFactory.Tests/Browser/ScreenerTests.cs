using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A person looks for symbols, keeps the screen, and looks at what indicators have in common.</summary>
public sealed class ScreenerTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_screen_is_written_sorted_saved_renamed_deleted_and_brought_back()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/screener");
        await Expect(Rows(page)).ToHaveCountAsync(13);

        await page.GetByLabel("As text").FillAsync("close > sma_200 and rsi_14 > 20");
        await page.GetByLabel("As text").PressAsync("Enter");
        await page.ArriveAtAsync("**/screener?where=**");
        await Expect(page.Locator(".cond-row")).ToHaveCountAsync(2);
        int hits = await ExpectFewerAsync(page, 13);

        await page.GetByRole(AriaRole.Button, new() { Name = "rsi_14", Exact = true }).ClickAsync();
        await page.ArriveAtAsync("**sort=-rsi_14**");
        await Expect(page.Locator("th[aria-sort=descending]")).ToHaveTextAsync("rsi_14");

        // Behind symbol, close and sma_200.
        double[] values = [.. (await Rows(page).Locator("td:nth-child(4)").AllInnerTextsAsync()).Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(values.OrderDescending(), values);

        // A second row by the form; a mistake is told where it stands.
        await page.GetByLabel("Column", new() { Exact = true }).First.FillAsync("rsl_14");
        await page.GetByLabel("Column", new() { Exact = true }).First.PressAsync("Tab");
        await Expect(page.Locator(".cond-row .err")).ToContainTextAsync("Did you mean", new() { Timeout = 60_000 });
        await page.GetByLabel("Column", new() { Exact = true }).First.FillAsync("close");
        await page.GetByLabel("Column", new() { Exact = true }).First.PressAsync("Tab");
        await Expect(page.Locator(".cond-row .err")).ToHaveCountAsync(0);
        await Expect(Rows(page)).ToHaveCountAsync(hits);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save this screen" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Uptrends");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save screen" }).ClickAsync();
        await Expect(page.Locator(".presets summary")).ToHaveTextAsync("Saved screens 1");

        await page.Locator(".presets summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename Uptrends" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Rising");
        await page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(page.Locator(".preset a")).ToHaveTextAsync(["Rising"]);

        // The link alone shows the same rows.
        await page.GotoAsync("/screener");
        await Expect(page.Locator(".presets summary")).ToHaveTextAsync("Saved screens 1");
        await page.Locator(".presets summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Rising" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(hits);

        await page.Locator(".presets summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Rising" }).ClickAsync();
        await Expect(page.Locator(".presets summary")).ToHaveTextAsync("Saved screens");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".presets summary")).ToHaveTextAsync("Saved screens 1");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());
        Assert.Equal(hits + 1, (await File.ReadAllLinesAsync(await download.PathAsync())).Length);
    }

    [Fact]
    public async Task The_heatmap_is_drawn_and_follows_the_measure()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/correlation?columns=rsi_14,willr_14,natr_14");
        await Expect(page.Locator(CellText)).ToHaveCountAsync(9);
        await Expect(page.Locator(".plot.heat .imagelayer image")).ToHaveCountAsync(1);
        await Expect(page.Locator(".ic tbody tr")).ToHaveCountAsync(9);
        string[] before = await Texts(page);
        Assert.Equal("1.00", before[0]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Rank", Exact = true }).ClickAsync();
        await page.ArriveAtAsync("**measure=rank**");
        await page.WaitForFunctionAsync("before => [...document.querySelectorAll('.plot.heat .textpoint text')].map(text => text.textContent).join() !== before", string.Join(",", before));
        await page.GetByText("As a table").ClickAsync();
        Assert.Equal(await page.Locator(".matrix tbody td").AllInnerTextsAsync(), await Texts(page));
    }

    [Fact]
    public async Task A_chart_whose_script_does_not_arrive_says_so_in_its_place_and_is_drawn_on_demand()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.RouteAsync("**/js/charts/heat-chart*", route => route.AbortAsync());
        await page.GotoAsync("/correlation?columns=rsi_14,willr_14");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This chart could not be drawn", new() { Timeout = 60_000 });
        await Expect(page.Locator(".ic tbody tr")).ToHaveCountAsync(6);
        await page.UnrouteAllAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Draw again" }).ClickAsync();
        await Expect(page.Locator(CellText)).ToHaveCountAsync(4);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    private const string CellText = ".plot.heat .textpoint text";

    private static async Task<string[]> Texts(IPage page) => [.. await page.Locator(CellText).AllTextContentsAsync()];

    private static ILocator Rows(IPage page) => page.Locator(".hits tbody tr");

    private static async Task<int> ExpectFewerAsync(IPage page, int than)
    {
        await Expect(Rows(page)).Not.ToHaveCountAsync(than);
        int hits = await Rows(page).CountAsync();
        Assert.InRange(hits, 1, than - 1);
        return hits;
    }
}
