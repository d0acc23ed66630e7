using System.Text;
using System.Text.Json.Nodes;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Tests.Engine.MarketData.Csv;
using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>One file, three ways in: browser, verb and API give the same document to the last digit.</summary>
public sealed class SameFiguresTests(BrowserFixture browser)
{
    [Fact]
    public Task A_generated_file_gives_identical_figures()
    {
        string file = Path.Join(Directory.CreateTempSubdirectory("alphafactory-csv-").FullName, "MINE.csv");
        File.WriteAllText(file, string.Join('\n', CsvFiles.Lines(DemoMarket.Generate(7).First(series => series.Series.Key.Interval.IsDaily).Bars)), Encoding.UTF8);
        return CompareAsync(file, "2,516");
    }

    [Fact]
    public Task The_real_file_of_Apple_gives_identical_figures() => CompareAsync(SharedData.Require("data/daily/AAPL.csv"), "6,539");

    private async Task CompareAsync(string file, string bars)
    {
        string symbol = Path.GetFileNameWithoutExtension(file);
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/data/import");
        await page.WaitForFunctionAsync("() => document.querySelector('#import-file')?._blazorInputFileNextFileId !== undefined");
        await page.GetByLabel("CSV file").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Import {symbol}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{bars} bars of {symbol} are stored" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Run a backtest on {symbol}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visitor.ExpectCurveAsync(page);

        string id = new Uri(page.Url).Segments[^1];
        var answer = await context.APIRequest.GetAsync($"/api/v1/runs/{id}/result");
        Assert.True(answer.Ok, await answer.TextAsync());
        var api = JsonNode.Parse(await answer.TextAsync())!;
        var verb = JsonNode.Parse(await AppVerb.RunAsync(app.DataDirectory, "backtest", "--csv", file, "--strategy", "sma-crossover", "--json"))!;

        foreach (string part in new[] { "metrics", "intervals", "trades", "equity", "findings", "verdict" })
        {
            Assert.Equal(verb[part]!.ToJsonString(), api[part]!.ToJsonString());
        }

        Assert.Equal((string?)verb["run"]!["fingerprint"], (string?)api["run"]!["fingerprint"]);
        double totalReturn = (double)verb["metrics"]!["total_return"]!;
        await Expect(page.Locator(".kpi").First).ToContainTextAsync(Math.Abs(totalReturn * 100).ToString("N1", System.Globalization.CultureInfo.InvariantCulture) + "%");
    }
}
