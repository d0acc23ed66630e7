using System.Globalization;
using System.Text.RegularExpressions;
using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A person has a search method choose some sets of three axes, and takes the report along.</summary>
public sealed partial class SampledSweepTests(BrowserFixture browser)
{
    private const string ThreeAxes = "strategy=sma-crossover&symbol=DEMO-FERM&interval=1d&source=demo&range.fast=5..30:5&range.slow=40..100:20&range.stop_pct=2..8:2";

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    public async Task Twenty_sets_and_the_neighbours_of_the_best_are_tried_and_the_report_reads_on_a_phone(string method)
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/optimise?" + ThreeAxes);
        await Expect(page.GetByLabel("Before the start")).ToContainTextAsync("96 sets");
        await page.GetByLabel("Method", new() { Exact = true }).SelectOptionAsync(method);
        await page.GetByLabel("Budget").FillAsync("20");
        await page.GetByLabel("Budget").PressAsync("Tab");
        await Expect(page.GetByLabel("Before the start")).ToContainTextAsync(new Regex("20 sets, .* s, then the neighbours of the best"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.ArriveAtAsync(url => StudyPage().IsMatch(url));
        await Expect(page.Locator(".verdict")).ToBeVisibleAsync();

        // The neighbours of the best are there as well, or no plateau could be told.
        string tried = SetsTried().Match(await page.GetByText("over parameters, figures and objective").InnerTextAsync()).Groups[1].Value;
        Assert.InRange(int.Parse(tried, CultureInfo.InvariantCulture), 21, 96);
        await Expect(page.Locator(".plot.parallel .brush-track")).ToHaveCountAsync(4);

        // A group of neighbours among sets that were not all tried would say nothing.
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Clusters of good sets" })).ToHaveCountAsync(0);
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        var report = await context.NewPageAsync();
        await report.SetViewportSizeAsync(360, 740);
        await report.SetContentAsync(await (await context.APIRequest.GetAsync(page.Url + "/report.html")).TextAsync());
        await Expect(report.Locator("header")).ToContainTextAsync($"{tried} sets by {method}");
        await Expect(report.Locator("h2").First).ToHaveTextAsync("Points");
        Assert.False(await Visitor.ScrollsSidewaysAsync(report));
        await Visitor.ExpectNoSeriousAxeFindingAsync(report);
    }

    [GeneratedRegex("/optimise/[a-z0-9]{10}$")]
    private static partial Regex StudyPage();

    [GeneratedRegex("^([0-9]+) of \\1 sets")]
    private static partial Regex SetsTried();
}
