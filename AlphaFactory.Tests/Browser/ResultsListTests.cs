using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A list of runs put in order: tags, notes, pins, the archive, and what is deleted coming back.</summary>
public sealed class ResultsListTests(BrowserFixture browser)
{
    [Fact]
    public async Task Runs_are_tagged_found_again_archived_and_brought_back_after_a_deletion()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await Visitor.RunDemoAsync(page);
        await page.GotoAsync("/runs/new?strategy=buy-and-hold&symbol=DEMO-CHIP&interval=1d&source=demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visitor.ExpectCurveAsync(page);

        await page.GotoAsync("/results");
        var rows = page.GetByRole(AriaRole.Row);
        var chip = rows.Filter(new() { HasText = "DEMO-CHIP" });
        var ferm = rows.Filter(new() { HasText = "DEMO-FERM" });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Archive" })).ToHaveAttributeAsync("title", "Tick a run first");
        await chip.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tags and note" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Tags" }).FillAsync("Momentum, for review");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("Ask Ben");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(chip).ToContainTextAsync("for review");
        await Expect(chip).ToContainTextAsync("Ask Ben");

        await page.GetByLabel("Tag", new() { Exact = true }).SelectOptionAsync("momentum");
        await page.ArriveAtAsync(url => url.EndsWith("/results?tag=momentum", StringComparison.Ordinal));
        await Expect(ferm).ToHaveCountAsync(0);
        await page.GotoAsync("/results?q=ben");
        await Expect(chip).ToHaveCountAsync(1);
        await page.GotoAsync("/results");
        await ferm.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pin" }).ClickAsync();
        await Expect(rows.Nth(1)).ToContainTextAsync("DEMO-FERM");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select every run of this page" }).CheckAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Compare" }).Last).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^compare\\?runs=[a-z0-9]{10},[a-z0-9]{10}$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("2 runs deleted")).ToBeVisibleAsync();
        await Expect(chip).ToHaveCountAsync(0);
        await page.GotoAsync("/results?view=deleted");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select every run of this page" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring back" }).ClickAsync();
        await Expect(page.GetByText("Nothing was deleted.")).ToBeVisibleAsync();

        await page.GotoAsync("/results");
        await chip.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Archive" }).ClickAsync();
        await Expect(chip).ToHaveCountAsync(0);
        await page.GotoAsync("/results?view=archived");
        await Expect(chip).ToHaveCountAsync(1);
    }
}
