using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A chart built up, kept as a preset and opened again.</summary>
public sealed class IndicatorsTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_overlay_and_a_panel_are_added_kept_as_a_preset_and_come_back()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/indicators?symbol=DEMO-FERM&show=none");
        await Expect(page.Locator(".plot.indicators .boxlayer, .plot.indicators .ohlclayer").First).ToBeAttachedAsync();
        await Expect(page.Locator(".readout")).ToContainTextAsync("2024-12-31");

        await AddAsync(page, "Bollinger bands", "Bollinger bands", 20);
        await AddAsync(page, "MACD", "MACD", 12);
        await Expect(page.Locator(".readout p")).ToHaveCountAsync(2);
        await Expect(page.Locator(".readout p").Nth(1)).ToContainTextAsync("MACD 12, 26, 9");
        await page.GetByRole(AriaRole.Button, new() { Name = "Parameters of MACD 12, 26, 9" }).ClickAsync();
        await page.GetByLabel("Signal").FillAsync("5");
        await page.GetByLabel("Signal").BlurAsync();
        await Expect(page.Locator(".readout p").Nth(1)).ToContainTextAsync("MACD 12, 26, 5");
        await page.ArriveAtAsync(url => url.Contains("show=bb_upper_20_2,macd_12_26_5", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Save as preset" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Bands and MACD");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save preset" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("Preset saved");

        await page.ReloadAsync();
        await Expect(page.Locator(".onchart b")).ToHaveTextAsync(["Bollinger bands 20, 2", "MACD 12, 26, 5"]);

        await page.GotoAsync("/indicators?symbol=DEMO-BOLT&show=none");
        // The chart comes over the live connection, so that clicks are heard.
        await Expect(page.Locator(".readout")).ToContainTextAsync("2024-12-31");
        await OpenPresetsAsync(page, 1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Bands and MACD", Exact = true }).ClickAsync();
        await Expect(page.Locator(".readout p").Nth(1)).ToContainTextAsync("MACD 12, 26, 5");
        await page.ArriveAtAsync(url => url.Contains("symbol=DEMO-BOLT&show=bb_upper_20_2,macd_12_26_5", StringComparison.Ordinal));

        await OpenPresetsAsync(page, 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename Bands and MACD" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Swings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
        await OpenPresetsAsync(page, 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Swings" }).ClickAsync();
        await Expect(page.Locator(".presets summary")).ToHaveTextAsync("Presets");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await OpenPresetsAsync(page, 1);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Swings", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Bars_within_the_day_have_the_clock_of_the_exchange_on_the_chart_and_in_the_table()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/indicators?symbol=DEMO-FERM&interval=5m&range=1D&show=none");
        await Expect(page.Locator(".readout")).ToContainTextAsync("2024-12-31 15:55 ET");
        await Expect(page.Locator(".plot.indicators .xtick text").First).ToHaveTextAsync("09:30");
        await page.GotoAsync("/indicators?symbol=DEMO-FERM&interval=5m&range=1D&show=none&view=table");
        await Expect(page.Locator(".bartable tbody tr").First).ToContainTextAsync("2024-12-31 15:55");
    }

    [Fact]
    public async Task The_crosshair_tells_one_bar_in_all_panels_and_a_zoom_fetches_finer_bars()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/indicators?symbol=DEMO-FERM&range=All&show=sma_200,rsi_14");
        await Expect(page.Locator("#indicator-passport")).ToContainTextAsync("bars at this zoom");
        string last = await page.Locator(".readout").InnerTextAsync();

        await page.Locator(".plot.indicators").FocusAsync();
        await page.Keyboard.PressAsync("PageUp");
        await Expect(page.Locator(".cross")).ToBeVisibleAsync();
        string[] moved = [.. await page.Locator(".readout p").AllInnerTextsAsync()];
        Assert.DoesNotContain(moved[0], last, StringComparison.Ordinal);
        Assert.DoesNotContain(moved[1], last, StringComparison.Ordinal);

        var box = (await page.Locator(".plot.indicators").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 300, box.Y + 150);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 320, box.Y + 150, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator("#indicator-passport")).ToContainTextAsync("1 candle = 1 bar");
        await page.ArriveAtAsync(new System.Text.RegularExpressions.Regex(@"range=\d{4}-\d\d-\d\d~\d{4}-\d\d-\d\d"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Table" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "sma_200" })).ToBeVisibleAsync();
    }

    private static async Task OpenPresetsAsync(IPage page, int count)
    {
        await Expect(page.Locator(".presets summary")).ToContainTextAsync(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator(".presets summary").ClickAsync();
    }

    private static async Task AddAsync(IPage page, string search, string name, int firstParameter)
    {
        await page.GetByLabel("Find an indicator").FillAsync(search);
        await page.Locator(".addlist").GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
        await Expect(page.Locator(".onchart b").Filter(new() { HasText = $"{name} {firstParameter}" })).ToBeVisibleAsync();
    }
}
