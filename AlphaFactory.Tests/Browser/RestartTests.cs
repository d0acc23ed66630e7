using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Browser;

public sealed class RestartTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_result_comes_back_by_itself_after_the_server_was_killed()
    {
        await using var app = await AppProcess.StartAsync();
        await using var context = await browser.OpenAsync(app.Address);
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        await Visitor.RunDemoAsync(page);
        string where = page.Url;
        await page.EvaluateAsync("() => { window.beforeRestart = true; }");

        app.Kill();
        await page.WaitForSelectorAsync("#reconnect:visible");
        await app.StartAgainAsync();

        // The old document is gone, the new one is the same view and its circuit answers.
        await page.WaitForFunctionAsync("() => window.beforeRestart === undefined");
        await Visitor.ExpectCurveAsync(page);
        Assert.Equal(where, page.Url);
    }
}
