using AlphaFactory.Tests.Browser;
using AlphaFactory.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace AlphaFactory.Tests.Browser;

/// <summary>One Chromium for all browser tests; each test opens a context of its own in it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Generous: two cores share the server, the browser and the other tests.
    private static readonly float s_patience = (float)Patience.Limit.TotalMilliseconds;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly SemaphoreSlim _starting = new(1);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh profile with the given window and theme, signed in when a stored state is given.</summary>
    internal async Task<IBrowserContext> OpenAsync(Uri address, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Light, string? signedIn = null)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_SKIP_BROWSER") == "1", "Chromium is not installed.");
        var browser = await StartAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce, StorageState = signedIn,
        });
        context.SetDefaultTimeout(s_patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            Assertions.SetDefaultExpectTimeout(s_patience);
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                Timeout = s_patience,
                ExecutablePath = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser" }.First(File.Exists),
                // The background services of a desktop browser only look for hosts that a test machine does not reach.
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }
}
