using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>A person takes what trades into his own hands: flattens it, stops it, brings it back after a kill, and sets its pace.</summary>
public sealed class LiveControlTests(BrowserFixture browser)
{
    private const string Replay = "&symbol=DEMO-GRID&interval=5m&source=demo&limits=mission&from=2024-12-04&name=Grid";

    /// <summary>Buys on its first bar and never sells by itself.</summary>
    private const string Holder = "/live/deploy?strategy=buy-and-hold&speed=300" + Replay;

    /// <summary>A bar of five minutes takes five minutes: longer than any patience, so that it holds nothing.</summary>
    private const string Idle = "/live/deploy?strategy=buy-and-hold&speed=1" + Replay;

    [Fact]
    public async Task Flattened_by_its_name_it_holds_nothing_and_is_paused()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page, Holder);
        var positions = page.GetByRole(AriaRole.Region, new() { Name = "Positions" });
        await Expect(positions.Locator("tbody tr")).ToHaveCountAsync(1);

        // What holds cannot be stopped: nobody would look after it.
        await Expect(Act(page, "Stop")).ToHaveAttributeAsync("aria-disabled", "true");
        await Act(page, "Flatten").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("the long position of");
        await Expect(dialog.GetByRole(AriaRole.Heading)).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(dialog.GetByText("the long position of")).ToBeInViewportAsync(new() { Ratio = 1 });
        var confirm = dialog.GetByRole(AriaRole.Button, new() { Name = "Flatten", Exact = true });
        await dialog.GetByLabel("Type Grid to go on").FillAsync("grit");
        await Expect(confirm).ToHaveAttributeAsync("aria-disabled", "true");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await dialog.GetByLabel("Type Grid to go on").FillAsync("Grid");
        await dialog.GetByLabel("Why").FillAsync("a drill");
        await confirm.ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(positions).ToContainTextAsync("Nothing is held.");
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("paused");
        await Expect(Act(page, "Flatten")).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(Act(page, "Stop")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        string[] fills = [.. await page.Locator("table[aria-label=Fills] tbody tr td:nth-child(2)").AllInnerTextsAsync()];
        Assert.Equal(2, fills.Length);
        Assert.Equal(fills[0], fills[1].Replace("Buy", "Sell", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopped_it_is_gone_for_good_and_the_journal_says_by_whom()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page, Idle, bars: 0);

        // What runs cannot be stopped by one slip of the hand.
        await Expect(Act(page, "Stop")).ToHaveAttributeAsync("aria-disabled", "true");
        await Act(page, "Pause").ClickAsync();
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("paused");
        await Act(page, "Stop").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Why").FillAsync("it was a trial");
        await dialog.GetByLabel("Type Grid to go on").FillAsync("Grid");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Nothing trades.")).ToBeVisibleAsync();

        app.Kill();
        await app.StartAgainAsync();
        await page.GotoAsync("/live");
        await Expect(page.GetByText("Nothing trades.")).ToBeVisibleAsync();
        await page.GotoAsync("/journal?kind=state");
        await Expect(page.Locator(".entry").First).ToContainTextAsync($"Paused became stopped by {Visitor.Name}: it was a trial.");
    }

    [Fact]
    public async Task Taken_back_after_a_kill_it_is_paused_with_what_it_holds_until_it_is_resumed()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page, Holder);
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Positions" }).Locator("tbody tr")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Shift+Escape");
        await page.Keyboard.PressAsync("Shift+Escape");
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("killed");
        await Expect(Act(page, "Resume")).ToHaveAttributeAsync("aria-disabled", "true");

        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var confirm = dialog.GetByRole(AriaRole.Button, new() { Name = "Take it back", Exact = true });
        await dialog.GetByLabel("Type unkill to go on").FillAsync("unkill");
        await Expect(confirm).ToHaveAttributeAsync("aria-disabled", "true");
        await dialog.GetByLabel("Why may trading come back?").FillAsync("it was a drill");
        await confirm.ClickAsync();
        await Expect(page.Locator(".killed")).ToHaveCountAsync(0);

        // Taken back is not resumed: each deployment waits for a decision of its own, with what it holds.
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("paused");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Positions" }).Locator("tbody tr")).ToHaveCountAsync(1);
        await Act(page, "Resume").ClickAsync();
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("running");
        await LiveVisit.PlayedAsync(page, await LiveVisit.PlayedAsync(page, 0) + 1);
    }

    [Fact]
    public async Task A_replay_takes_another_speed_while_it_plays_and_keeps_it()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);

        await LiveVisit.DeployAsync(page, Idle, bars: 0);
        var speed = page.GetByLabel("Speed of Grid");
        await Expect(speed).ToHaveValueAsync("1");
        int played = await LiveVisit.PlayedAsync(page, 0);
        await speed.SelectOptionAsync("1000");
        await LiveVisit.PlayedAsync(page, played + 3);
        await page.ReloadAsync();
        await Expect(speed).ToHaveValueAsync("1000");
    }

    [Fact]
    public async Task The_kill_switch_is_thrown_and_let_go_of_by_keyboard_alone()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page, Holder);
        var kill = page.GetByRole(AriaRole.Button, new() { Name = "Kill: block orders" });
        await kill.First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);

        // What it does is read before the word is typed.
        await Expect(dialog.GetByRole(AriaRole.Heading)).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(dialog.GetByText("Blocks new orders within 250 ms")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(dialog.GetByLabel("Type kill to go on")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(kill.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByLabel("Type kill to go on")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("kill", new() { Delay = 80 });
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Kill: block" })).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(LiveVisit.Row(page)).ToContainTextAsync("killed");
    }

    [Fact]
    public async Task The_curve_is_read_as_a_table_that_grows()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await LiveVisit.SignedInAsync(context);
        await LiveVisit.DeployAsync(page, Holder);
        var equity = page.GetByRole(AriaRole.Button, new() { Name = "Equity", Exact = true });
        await equity.ClickAsync();
        await Expect(equity).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Table", Exact = true }).ClickAsync();
        await page.ArriveAtAsync("**view=table**");
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Equity, points" }).Locator("tbody tr");
        await Expect(rows.First).ToContainTextAsync("2024-12-0");
        string first = await rows.First.InnerTextAsync();
        await Expect(rows.First).Not.ToHaveTextAsync(first);
        string[] times = [.. await rows.Locator("time").AllInnerTextsAsync()];
        Assert.True(times.Length > 1);
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Table", Exact = true }).ClickAsync();
        await Expect(page.Locator(".plot.live canvas")).ToHaveCountAsync(3);
    }

    private static ILocator Act(IPage page, string does) => LiveVisit.Row(page).GetByRole(AriaRole.Button, new() { Name = $"{does} Grid" });
}
