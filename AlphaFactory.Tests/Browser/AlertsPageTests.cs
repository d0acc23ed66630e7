using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>The Alerts page: a channel is made and tried, a rule tells a job that fails, the inbox and Home show it until somebody has seen it.</summary>
public sealed class AlertsPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_channel_is_tried_a_rule_tells_and_what_was_told_is_seen()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var app = await AppProcess.StartAsync(new() { ["AlphaFactory__Alerts__Webhook__Secret"] = WebhookReceiver.Secret, ["AlphaFactory__Alerts__WatchSeconds"] = "1" });
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);

        await page.GotoAsync("/alerts");
        await Expect(page.GetByText("Nothing was told yet.")).ToBeVisibleAsync();
        await page.GotoAsync("/alerts/channels?edit=new");
        await page.GetByLabel("Kind").SelectOptionAsync("webhook");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Monitor");
        await page.GetByLabel("Address").FillAsync("http://example.com/hook");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the channel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give one with https");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await page.GetByLabel("Address").FillAsync(receiver.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the channel" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Monitor" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Test Monitor" }).ClickAsync();
        await Expect(row).ToContainTextAsync("arrived: answered 200");
        Assert.Equal("test", Assert.Single(receiver.Taken).Kind);
        receiver.Next(WebhookReceiver.Answers(404));
        await row.GetByRole(AriaRole.Button, new() { Name = "Test Monitor" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Not sent: The receiver answered 404.");

        await page.GotoAsync("/alerts/rules?edit=new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Failures are urgent");
        await page.GetByLabel("Tells").SelectOptionAsync("failed-job");
        await page.GetByLabel("Tell it as").SelectOptionAsync("Critical");
        await page.GetByLabel("Monitor").CheckAsync();
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the rule" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Failures are urgent" })).ToContainTextAsync("Monitor");

        await FailAJobAsync(app);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Alerts" }).Locator(".count")).ToHaveTextAsync("2");
        await Patience.UntilAsync(() => receiver.Taken.Any(hook => hook is { Kind: "alert", Severity: "critical" }));
        await page.GotoAsync("/");
        var band = page.GetByRole(AriaRole.Status, new() { Name = "Critical alerts" });
        await Expect(band).ToContainTextAsync("Test run on NOVA failed");
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await band.GetByRole(AriaRole.Link, new() { Name = "Open the inbox" }).ClickAsync();
        await page.ArriveAtAsync("**/alerts?unseen=1&least=critical");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as seen: Test run on NOVA failed" }).ClickAsync();
        await Expect(page.GetByText("No alert fits this filter.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Mark 1 as seen" })).ToBeVisibleAsync();
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run the demo backtest" })).ToBeVisibleAsync();
        await Expect(band).Not.ToBeVisibleAsync();

        await page.GotoAsync("/alerts/deliveries");
        await page.GetByLabel("State").SelectOptionAsync("Failed");
        await page.ArriveAtAsync("**state=failed");
        var tests = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Test of Monitor" });
        await Expect(tests).ToHaveCountAsync(1);
        await Expect(tests).ToContainTextAsync("404");
        await page.GetByText("1 attempt").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "refused" })).ToBeVisibleAsync();
        await Visitor.ExpectNoSeriousAxeFindingAsync(page);
        Assert.DoesNotContain(WebhookReceiver.Secret, await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_rule_comes_back_by_undo_and_a_deleted_channel_asks_first()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address, 360, 780, ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await page.GotoAsync("/alerts/rules");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete A job failed" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "A job failed" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "A job failed" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch off A job failed" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Switch on A job failed" })).ToBeVisibleAsync();

        await page.GotoAsync("/alerts/channels?edit=new");
        await page.GetByLabel("Kind").SelectOptionAsync("telegram");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Phone");
        await page.GetByLabel("Chat", new() { Exact = true }).FillAsync("1001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the channel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Phone" })).ToContainTextAsync("BotToken is not set");
        Assert.False(await Visitor.ScrollsSidewaysAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Phone", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete Phone" }).ClickAsync();
        await Expect(page.GetByText("No channel: alerts keep to the inbox.")).ToBeVisibleAsync();
    }

    // As a worker leaves it behind; a backtest that really fails would have to be made to.
    private static async Task FailAJobAsync(AppProcess app)
    {
        await using var host = EngineHost.Build(EngineHost.Settings(null, app.DataDirectory), null, null);
        var runs = host.Get<AlphaFactory.Engine.Runs.IRunStore>();
        var run = await runs.CreateAsync(new AlphaFactory.Engine.Runs.RunSpec { Strategy = "sma-crossover", Symbol = "NOVA" }, "Test run", "test", false, default);
        Assert.NotNull(run);
        var claim = await runs.TryStartAsync(run.Id, "a node that is none", default);
        Assert.True(claim is null || await runs.FailAsync(claim, "There are no bars.", default));
    }
}
