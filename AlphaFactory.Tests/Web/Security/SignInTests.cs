using System.Net;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Web.Security;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_phrase_opens_the_pages_and_signing_out_closes_them()
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        using var browser = web.Browser();

        var refused = await browser.GetAsync("/settings");
        Assert.Equal("/sign-in?return=%2Fsettings", web.Place(refused));
        var answer = await SignInAsync(browser, WebHarness.Owner, WebHarness.Phrase, "/sign-in?return=%2Fsettings");
        Assert.Equal("/settings", web.Place(answer));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);

        string cookie = answer.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith("af-session="));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-out", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_name_even_for_the_right_phrase()
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        using var browser = web.Browser();
        for (int i = 0; i < 5; i++)
        {
            await SignInAsync(browser, WebHarness.Owner, "not the right phrase");
        }

        string page = await (await SignInAsync(browser, WebHarness.Owner, WebHarness.Phrase)).Content.ReadAsStringAsync();
        Assert.Contains("Five wrong tries", page);
        Assert.DoesNotContain("af-session", page);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_phrase_get_the_same_words()
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        string unknown = await (await SignInAsync(web.Browser(), "Nobody", WebHarness.Phrase)).Content.ReadAsStringAsync();
        string wrong = await (await SignInAsync(web.Browser(), WebHarness.Owner, "not the right phrase")).Content.ReadAsStringAsync();
        Assert.Contains("Name or pass phrase is wrong", unknown);
        Assert.Contains("Name or pass phrase is wrong", wrong);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil")]
    public async Task A_return_address_elsewhere_is_refused(string address)
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        var answer = await SignInAsync(web.Browser(), WebHarness.Owner, WebHarness.Phrase, "/sign-in?return=" + Uri.EscapeDataString(address));
        Assert.Equal("/", web.Place(answer));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        var answer = await web.Browser().PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Name", WebHarness.Owner), new("Input.PassPhrase", WebHarness.Phrase)]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("af-session")));
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string phrase, string page = "/sign-in") =>
        WebHarness.PostFormAsync(browser, page, "sign-in", ("Input.Name", name), ("Input.PassPhrase", phrase));
}
