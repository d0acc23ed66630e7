using System.Text;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Tests.Engine.MarketData.Csv;
using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A file from the desk into the store.</summary>
public sealed class ImportTests(BrowserFixture browser)
{
    private static readonly List<string> Lines = CsvFiles.Lines(DemoMarket.Generate(7).First(s => s.Series.Key.Interval.IsDaily).Bars);

    [Fact]
    public async Task A_spoilt_file_names_its_line_and_the_mended_one_is_stored()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/data/import");

        await ChooseAsync(page, "mine.csv", [.. Lines.Select((line, i) => i == 1200 ? line.Replace(",", ",x", StringComparison.Ordinal) : line)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import MINE" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "mine.csv was not imported" })).ToContainTextAsync("1,201");

        await page.GetByRole(AriaRole.Button, new() { Name = "Choose another file" }).ClickAsync();
        await ChooseAsync(page, "mine.csv", Lines);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import MINE" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "2,516 bars of MINE are stored" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Run a backtest on MINE" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Show the series" }).ClickAsync();
        await Expect(page.GetByText("Every session from the first to the last bar has one.")).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(IPage page, string name, IEnumerable<string> lines)
    {
        ILocator input = page.GetByLabel("CSV file");
        await Expect(input).ToBeAttachedAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('#import-file')?._blazorInputFileNextFileId !== undefined");
        await input.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', lines)) });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import MINE" })).ToBeVisibleAsync();
    }
}
