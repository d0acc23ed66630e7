using AlphaFactory.Tests.Support;
using Microsoft.Playwright;

namespace AlphaFactory.Tests.Browser;

/// <summary>Every page by axe in both themes and at the widths of a desk and of a phone.</summary>
public sealed class AccessTests(BrowserFixture browser, AccessTests.DemoApp demo) : IClassFixture<AccessTests.DemoApp>
{
    private static readonly string[] s_pages =
    [
        "/", "/strategies", "/rules", "/runs/new", "/results", "/compare", "RESULT", "/indicators", "/data", "/data/import", "/jobs", "/settings", "/log",
        "/screener?where=rsi_14%20%3C%2060%20and%20(close%20%3E%20sma_50%20or%20close%20%3E%20sma_200)", "/screener?where=nonsense", "/correlation",
        "/live", "/live/deploy", "/risk",
        "/optimise", "/optimise?where=fast%20%3C%20slw", "/optimise/nosuchrun1", "/walk-forward", "/walk-forward?scheme=combinatorial&purge=2&embargo=90", "/walk-forward?scheme=kfold&folds=9999", "/walk-forward/nosuchrun1", "/cross-validation/nosuchrun1",
        "/alerts", "/alerts?unseen=1&least=critical", "/alerts/rules?edit=new", "/alerts/channels?edit=new", "/alerts/deliveries",
    ];

    private static readonly string[] s_themes = ["light", "dark"];
    private static readonly (int Width, int Height)[] s_sizes = [(360, 800), (1440, 900)];

    public static TheoryData<string> Pages => [.. s_pages];

    /// <summary>One visit for all four: a page that loads takes longer than all that is asked of it.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_has_no_serious_finding_and_nothing_scrolls_sideways_on_a_phone(string path)
    {
        await using var context = await demo.OpenAsync(browser, 360, 800);
        var page = await demo.VisitAsync(context, path);
        Assert.False(await Visitor.ScrollsSidewaysAsync(page), $"{path} is wider than 360 px.");
        foreach ((int width, int height) in s_sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (string theme in s_themes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = Enum.Parse<ColorScheme>(theme, ignoreCase: true) });
                await page.WaitForFunctionAsync("theme => document.documentElement.dataset.theme === theme && !document.querySelector('[aria-busy=true]')", theme);
                await Visitor.ExpectNoSeriousAxeFindingAsync(page, $"{path}, {theme}, {width} px: ");
            }
        }
    }

    /// <summary>A server with an owner and one finished demo run, shared by the tests of this class.</summary>
    public sealed class DemoApp : IAsyncLifetime
    {
        private readonly Lock _lock = new();
        private Task? _prepared;
        private AppProcess? _app;
        private string? _state;
        private string? _result;

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        internal async Task<IBrowserContext> OpenAsync(BrowserFixture browser, int width, int height)
        {
            lock (_lock)
            {
                // Once, whatever comes of it: an owner can be set up only once.
                _prepared ??= PrepareAsync(browser);
            }

            await _prepared;
            return await browser.OpenAsync(_app!.Address, width, height, ColorScheme.Light, _state);
        }

        internal async Task<IPage> VisitAsync(IBrowserContext context, string path)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(path == "RESULT" ? _result! : path);
            await page.WaitForSelectorAsync("h1");
            if (path == "RESULT")
            {
                await Visitor.ExpectCurveAsync(page);
            }

            // The skeleton appears after 300 ms; what is judged is the page itself.
            await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");
            return page;
        }

        public async ValueTask DisposeAsync()
        {
            if (_app is not null)
            {
                await _app.DisposeAsync();
            }
        }

        private async Task PrepareAsync(BrowserFixture browser)
        {
            _app = await AppProcess.StartAsync();
            await using var context = await browser.OpenAsync(_app.Address);
            var page = await context.NewPageAsync();
            await Visitor.SetUpOwnerAsync(page);
            await Visitor.RunDemoAsync(page);
            _result = new Uri(page.Url).PathAndQuery;
            _state = await context.StorageStateAsync();
        }
    }
}
