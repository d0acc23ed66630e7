using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>Runs overlaid: each line is the run it is called after, also when runs come and go while the page stays.</summary>
public sealed class CompareTests(BrowserFixture browser)
{
    // The last value of every line but holding, in order.
    private const string LastValues = "() => (document.querySelector('.plot.compare, .plot.equity')?.data ?? []).filter(line => /^[A-H] |^Run$/.test(line.name)).map(line => Math.round(line.y[line.y.length - 1])).join(' ')";

    [Fact]
    public async Task A_run_taken_out_or_brought_back_changes_the_curves_with_the_names()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await Visitor.RunDemoAsync(page);
        string first = IdOf(page), second = await StartAsync(page, "buy-and-hold", "DEMO-CHIP"), third = await StartAsync(page, "buy-and-hold", "DEMO-BOLT");

        await page.GotoAsync($"/compare?runs={first},{second},{third}");
        await Patience.UntilAsync(async () => (await LastAsync(page)).Split(' ').Length == 3, "three curves");
        string all = await LastAsync(page);
        Assert.Equal(3, all.Split(' ').Distinct().Count());

        // From the keyboard, which then goes on at a button that is still there.
        await page.Locator(".chips .ib").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAtAsync(url => url.EndsWith($"runs={second},{third}", StringComparison.Ordinal));
        await ExpectAsync(page, string.Join(' ', all.Split(' ')[1..]));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add a run" }).First).ToBeFocusedAsync();
        await page.GoBackAsync();
        await ExpectAsync(page, all);

        // Columns that cannot be had say so, and the way back from there leads to curves, not to the same words.
        await page.RouteAsync(url => url.Contains("/charts/compare", StringComparison.Ordinal), route => route.FulfillAsync(new() { Status = 500, Body = "{}" }));
        await page.Locator(".chips .ib").First.ClickAsync();
        await page.ArriveAtAsync(url => url.EndsWith($"runs={second},{third}", StringComparison.Ordinal));
        await Expect(page.Locator(".plot.compare .none-row")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.GoBackAsync();
        await ExpectAsync(page, all);
        await Expect(page.Locator(".plot.compare .none-row")).ToHaveCountAsync(0);
        await Expect(page.Locator(".plot.compare .scatterlayer .trace").First).ToBeVisibleAsync();

        // One result leads to another without the page being loaded anew.
        await page.GotoAsync($"/results/{second}");
        await Visitor.ExpectCurveAsync(page);
        string held = await LastAsync(page);
        await page.GotoAsync($"/results/{first}");
        await Visitor.ExpectCurveAsync(page);
        Assert.NotEqual(held, await LastAsync(page));
        await page.EvaluateAsync("address => Blazor.navigateTo(address)", $"/results/{second}");
        await ExpectAsync(page, held);
    }

    [Fact]
    public async Task A_link_that_cannot_be_shown_whole_says_why_and_a_phone_is_not_scrolled_sideways()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address, 360, 800);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await Visitor.RunDemoAsync(page);
        string first = IdOf(page), second = await StartAsync(page, "buy-and-hold", "DEMO-CHIP");

        // A name without a space in it, and tags of the same kind.
        await page.GotoAsync("/results");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "DEMO-CHIP" });
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tags and note" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Tags" }).FillAsync($"<script>alert(1)</script>, {new string('x', 40)}, zebra, zone, zoo");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync(new string('y', 200));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(row).ToContainTextAsync("<script>alert(1)</script>");
        await Expect(row.Locator(".labels .tag")).ToHaveCountAsync(3);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => { const box = document.querySelector('.tw'); return box.scrollWidth - box.clientWidth; }"));
        Assert.Empty(await SmallAsync(page));

        await page.GotoAsync($"/compare?runs={first},{first},{second},nosuchrun1");
        await Expect(page.GetByText("The link names a run more than once; it is shown once.")).ToBeVisibleAsync();
        await Expect(page.GetByText("There is no run \"nosuchrun1\".")).ToBeVisibleAsync();
        await Expect(page.Locator(".plot.compare .scatterlayer .trace").First).ToBeVisibleAsync();
        Assert.False(await Visitor.ScrollsSidewaysAsync(page));
        Assert.Empty(await SmallAsync(page));
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);

        // An address of nothing offers a way on, not the same again.
        await page.GotoAsync("/cross-validation/nosuchrun1");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open the results" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(0);

        // A list that ends before the page asked for shows its last page.
        await page.GotoAsync("/results?skip=5000");
        await Expect(page.Locator(".pager")).ToContainTextAsync("1 to 2 of 2");
    }

    /// <summary>Controls that a finger would miss: lower than 44 px. Links within a sentence or a cell are as high as their line.</summary>
    private static Task<string[]> SmallAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('main button, main select, main .btn, main .tick, main .seg a, main input:not([type=checkbox]), main summary, .top button')]
          .filter(one => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5 && !one.matches('.void *'))
          .map(one => `${one.className} ${one.getAttribute('aria-label') ?? one.textContent.trim()} ${one.getBoundingClientRect().height}`)
        """);

    private static Task<string> LastAsync(IPage page) => page.EvaluateAsync<string>(LastValues);

    private static Task ExpectAsync(IPage page, string values) => Patience.UntilAsync(async () => await LastAsync(page) == values, $"curves that end at {values}");

    private static string IdOf(IPage page) => new Uri(page.Url).Segments[^1];

    private static async Task<string> StartAsync(IPage page, string strategy, string symbol)
    {
        await page.GotoAsync($"/runs/new?strategy={strategy}&symbol={symbol}&interval=1d&source=demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visitor.ExpectCurveAsync(page);
        return IdOf(page);
    }
}
