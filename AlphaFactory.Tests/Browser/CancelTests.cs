using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A page in one process stops a run that is computed in another.</summary>
public sealed class CancelTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_running_job_is_cancelled_from_the_jobs_page()
    {
        await using var app = await AppProcess.StartAsync(new() { ["AlphaFactory__Role"] = "web" });
        await using var worker = WorkerToKill.Start(app.DataDirectory, null);
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        // The worker sits on the first thousand bars until it is told to stop.
        await page.GotoAsync("/runs/new?strategy=sma-crossover&symbol=DEMO-FERM&interval=1d&source=demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.ArriveAtAsync("**/results/*");
        await page.GotoAsync("/jobs");

        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "DEMO-FERM" });
        await Expect(row).ToContainTextAsync("999 of");
        await row.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Cancelled");
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Retry" })).ToBeVisibleAsync();
    }
}
