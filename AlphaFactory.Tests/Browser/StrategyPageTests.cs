using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A strategy's page: its signals follow the values, its checks answer, and its values go on to a run.</summary>
public sealed class StrategyPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task Values_move_the_signals_and_go_on_to_a_run()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/strategies");
        await page.GetByRole(AriaRole.Link, new() { Name = "SMA crossover" }).ClickAsync();
        var summary = page.GetByRole(AriaRole.Region, new() { Name = "Signals" }).GetByRole(AriaRole.Status);
        await Expect(summary).ToContainTextAsync(" trades in ");
        await ExpectCandlesAsync(page);
        string before = await summary.InnerTextAsync();

        await page.GetByRole(AriaRole.Slider, new() { Name = "Fast average, slider" }).FillAsync("5");
        await Expect(page.GetByLabel("Fast average", new() { Exact = true })).ToHaveValueAsync("5");
        await page.ArriveAtAsync("**set.fast=5**");
        await Expect(summary).Not.ToHaveTextAsync(before);
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        await page.GetByLabel("Slow average", new() { Exact = true }).FillAsync("4");
        await Expect(summary).ToContainTextAsync("fast must be below slow");
        await page.GetByLabel("Preset").SelectOptionAsync("Swift");
        await page.ArriveAtAsync("**set.fast=10&set.slow=30**");

        await page.GetByRole(AriaRole.Button, new() { Name = "Run the checks" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Checks" })).ToContainTextAsync("It does not look ahead", new() { Timeout = 120_000 });
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        string address = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Backtest" }).ClickAsync();
        await Expect(page.GetByLabel("Fast average", new() { Exact = true })).ToHaveValueAsync("10");
        await page.GotoAsync(address);
        await Expect(page.GetByLabel("Slow average", new() { Exact = true })).ToHaveValueAsync("30");
    }

    [Fact]
    public async Task It_fits_a_phone()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address, 360, 740, ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/strategies/multi-factor");
        await ExpectCandlesAsync(page);
        Assert.False(await Visitor.ScrollsSidewaysAsync(page));
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
    }

    private static Task ExpectCandlesAsync(IPage page) => Expect(page.Locator(".plot.candles .cartesianlayer .xy").First).ToBeAttachedAsync(new() { Timeout = 60_000 });
}
