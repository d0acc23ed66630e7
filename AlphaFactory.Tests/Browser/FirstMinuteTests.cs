using AlphaFactory.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlphaFactory.Tests.Browser;

/// <summary>From an empty machine to a believable curve.</summary>
public sealed class FirstMinuteTests(BrowserFixture browser, ITestOutputHelper output)
{
    [Fact]
    public async Task A_new_owner_sees_the_demo_curve_and_its_verdict()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) => { if (message.Type == "error") { errors.Add(message.Text); } };

        await Visitor.SetUpOwnerAsync(page);
        long clicked = TimeProvider.System.GetTimestamp();
        await Visitor.RunDemoAsync(page);
        output.WriteLine($"Demo curve {TimeProvider.System.GetElapsedTime(clicked).TotalSeconds:0.0} s after the click");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Verdict" })).ToContainTextAsync("cuts changed a target");
        await Expect(page.GetByText("synthetic", new() { Exact = true }).First).ToBeVisibleAsync();
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_set_up_is_closed_after_the_first_owner()
    {
        await using var app = await AppProcess.StartAsync();
        await using (var first = await browser.OpenAsync(app.Address))
        {
            await Visitor.SetUpOwnerAsync(await first.NewPageAsync());
        }

        await using var second = await browser.OpenAsync(app.Address);
        var page = await second.NewPageAsync();
        await page.GotoAsync("/first-visit");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create owner and continue" })).ToHaveCountAsync(0);
        await page.GotoAsync("/results");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }
}
