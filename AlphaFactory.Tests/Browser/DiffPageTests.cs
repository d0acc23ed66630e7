using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>From a result to what differs from another run.</summary>
public sealed class DiffPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task Two_runs_of_other_values_say_what_differs()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        foreach (int fast in new[] { 20, 10 })
        {
            await page.GotoAsync($"/runs/new?strategy=sma-crossover&symbol=DEMO-FERM&interval=1d&source=demo&set.fast={fast}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
            await Visitor.ExpectCurveAsync(page);
        }

        await page.Locator("summary[aria-label^=\"More:\"]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What differs from another run" }).ClickAsync();
        await page.GetByLabel("Second run").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "They differ" })).ToContainTextAsync("They differ in fast");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Settings", Exact = true })).ToContainTextAsync("fast", new() { IgnoreCase = true });
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        await page.SetViewportSizeAsync(360, 740);
        Assert.False(await Visitor.ScrollsSidewaysAsync(page));
    }
}
