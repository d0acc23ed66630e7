using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>What a person does in the browser, in the words of the pages.</summary>
internal static class Visitor
{
    public const string Name = "Mira Kessler";
    public const string PassPhrase = "four plain words suffice";

    /// <summary>Creates the owner on the first visit and ends on Home.</summary>
    public static async Task SetUpOwnerAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(Name);
        await page.GetByLabel("Pass phrase", new() { Exact = true }).FillAsync(PassPhrase);
        await page.GetByLabel("Pass phrase again", new() { Exact = true }).FillAsync(PassPhrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create owner and continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run the demo backtest" })).ToBeVisibleAsync();
    }

    /// <summary>Starts the demo backtest from Home and waits for the curve.</summary>
    public static async Task RunDemoAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the demo backtest" }).ClickAsync();
        await ExpectCurveAsync(page);
    }

    /// <summary>Waits until the equity curve of a result is drawn.</summary>
    public static Task ExpectCurveAsync(IPage page) =>
        Expect(page.Locator(".plot.equity .scatterlayer .trace path.js-line").First).ToBeVisibleAsync();

    /// <summary>Fails with the serious and critical findings of axe on the page as it stands.</summary>
    public static async Task ExpectNoSeriousAxeFindingAsync(IPage page, string where = "")
    {
        // The head of the page is drawn on its own and may come after the page.
        await page.WaitForFunctionAsync("() => document.title !== ''");

        // Evaluated as the developer tools would, since the page's own policy admits no foreign script.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Join(Repository.Root, "AlphaFactory.Tests/Browser/node_modules/axe-core/axe.min.js")));
        string[] findings = await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')}`)
            """);
        Assert.True(findings.Length == 0, where + string.Join(Environment.NewLine, findings));
    }

    /// <summary>True when the page can be scrolled sideways.</summary>
    public static Task<bool> ScrollsSidewaysAsync(IPage page) =>
        page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
