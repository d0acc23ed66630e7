using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>Rules are typed, shown on a chart, saved and run, without a line of code.</summary>
public sealed class RuleBuilderTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_typed_rule_is_counted_saved_and_run()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/strategies");
        await page.GetByRole(AriaRole.Link, new() { Name = "rules without code" }).ClickAsync();
        var text = page.GetByLabel("As text", new() { Exact = true });
        var summary = page.GetByRole(AriaRole.Region, new() { Name = "Signals" }).GetByRole(AriaRole.Status);
        await Expect(summary).ToContainTextAsync(" exits in ");

        await text.FillAsync("buy when close > smaa(20)");
        await Expect(page.GetByText("Line 1, column 18")).ToBeVisibleAsync();
        await text.FillAsync("buy when close > 0");
        await Expect(summary).ToContainTextAsync("1 entry and 0 exits");
        await text.FillAsync("buy when close > sma(20)\nsell otherwise");
        await Expect(summary).ToContainTextAsync(" entries and ");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Above average");
        await page.GetByLabel("Name", new() { Exact = true }).PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as strategy" }).ClickAsync();
        await page.ArriveAtAsync("**/rules/above-average?**");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Saved as" })).ToContainTextAsync("It does not look ahead");

        await page.GetByRole(AriaRole.Link, new() { Name = "Backtest" }).ClickAsync();
        await page.ArriveAtAsync("**/runs/new?**strategy=above-average**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visitor.ExpectCurveAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Above average");
    }
}
