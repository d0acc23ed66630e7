using System.Globalization;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>Sixty symbols whose prices move five times a second: every page ends on the last price, and what it cost is printed.</summary>
public sealed class LiveSmoothnessTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int Symbols = 60, WarmUp = 25, Updates = 50;

    // One page by default, so that the suite stays short; the variable opens more.
    private static readonly int s_pages = int.TryParse(Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_LIVE_PAGES"), out int pages) ? pages : 1;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly StagedDesk _desk = new();

    [Fact]
    public async Task Sixty_symbols_at_five_updates_a_second_end_on_the_last_price()
    {
        _desk.Show(Frame(0));
        await using var server = await WebHarness.StartWithAsync(services => services.AddSingleton<ITradingDesk>(_desk));
        await using var context = await browser.OpenAsync(server.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(Visitor.Name);
        await page.GetByLabel("Pass phrase", new() { Exact = true }).FillAsync(Visitor.PassPhrase);
        await page.GetByLabel("Pass phrase again", new() { Exact = true }).FillAsync(Visitor.PassPhrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create owner and continue" }).ClickAsync();
        await page.ArriveAtAsync("**/");
        for (int other = 1; other < s_pages; other++)
        {
            await OpenLiveAsync(await context.NewPageAsync());
        }

        var rows = await OpenLiveAsync(page);
        await page.BringToFrontAsync();
        await PlayAsync(1, WarmUp);
        await page.EvaluateAsync(
            """
            () => {
              window.gaps = [];
              let last = performance.now();
              const step = now => { window.gaps.push(now - last); last = now; requestAnimationFrame(step); };
              requestAnimationFrame(step);
            }
            """);
        var before = TimeSpan.FromMilliseconds(Environment.CpuUsage.TotalTime.TotalMilliseconds);
        long began = TimeProvider.System.GetTimestamp();
        await PlayAsync(WarmUp + 1, WarmUp + Updates);
        await Expect(rows.First).ToContainTextAsync(Price(0, WarmUp + Updates).ToString("N2", CultureInfo.InvariantCulture));
        var took = TimeProvider.System.GetElapsedTime(began);
        double[] gaps = await page.EvaluateAsync<double[]>("() => window.gaps.slice(1).sort((a, b) => a - b)");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Symbols} symbols, {Updates} updates in {took.TotalSeconds:0.0} s: frame time median {At(gaps, 0.5):0.0} ms, p95 {At(gaps, 0.95):0.0} ms, p99 {At(gaps, 0.99):0.0} ms, longest {gaps[^1]:0.0} ms of {gaps.Length} frames; "
            + $"server and tests {(Environment.CpuUsage.TotalTime - before).TotalSeconds / took.TotalSeconds:0.00} of a core for {s_pages} open pages"));
    }

    private static async Task<ILocator> OpenLiveAsync(IPage page)
    {
        await page.GotoAsync("/live");
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Positions" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(Symbols);
        return rows;
    }

    private async Task PlayAsync(int from, int to)
    {
        for (int update = from; update <= to; update++)
        {
            _desk.Show(Frame(update));
            await Task.Delay(s_pause);
        }
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static decimal Price(int symbol, int update) => 100 + symbol + (0.01m * ((update * 37) + (symbol * 11)));

    private static DeskFrame Frame(int update)
    {
        var now = TimeProvider.System.GetUtcNow();
        DeploymentFrame[] all = [.. Enumerable.Range(0, Symbols).Select(i => One(i, update, now))];
        return DeskFrame.Empty(now, null) with { Node = "here", Deployments = all };
    }

    private static DeploymentFrame One(int i, int update, DateTimeOffset now)
    {
        string symbol = $"SYM{i:00}";
        decimal price = Price(i, update);
        return StagedDesk.Running(symbol, symbol) with
        {
            Positions = [StagedDesk.Held(10, price, symbol)],
            Equity = 99_000 + (10 * price),
            DayPnl = 10 * (price - 100),
            DayUnrealised = 10 * (price - 100),
            Heard = now,
            Period = 1,
            MarketTime = now,
            NewEquity = new EquityPoints(update, [now], [(double)(99_000 + (10 * price))]),
        };
    }
}
