using System.Net;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Security;

public sealed class FirstVisitTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Twenty_first_visits_at_once_leave_one_owner_and_a_closed_door(bool onPostgres)
    {
        await using var web = onPostgres
            ? await WebHarness.StartAsync(("ConnectionStrings:Postgres", await postgres.CreateDatabaseAsync()))
            : await WebHarness.StartAsync();
        // All twenty have the form open before the first of them sends it: who only comes later is turned away at the door and races nobody.
        (HttpClient Browser, string Token)[] visitors = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var browser = web.Browser();
            return (browser, await WebHarness.OpenFormAsync(browser, "/first-visit"));
        }));
        var answers = await Task.WhenAll(visitors.Select((visitor, i) => WebHarness.SendFormAsync(
            visitor.Browser, "/first-visit", "first-visit", visitor.Token, ("Input.Name", $"Owner {i}"), ("Input.PassPhrase", WebHarness.Phrase), ("Input.Again", WebHarness.Phrase))));

        string?[] places = [.. answers.Select(answer => web.Place(answer))];
        Assert.Single(places, place => place == "/");
        Assert.Equal(19, places.Count(place => place == "/sign-in"));
        var user = Assert.Single(await web.Services.GetRequiredService<UserDirectory>().ListAsync(default));
        Assert.Equal(Roles.Owner, user.Role);

        Assert.Equal("/sign-in", web.Place(await web.Browser().GetAsync("/first-visit")));
    }

    [Theory]
    [InlineData("Mira", "too short", "too short", "at least 12")]
    [InlineData("Mira", "correct horse battery", "correct horse batteries", "differ")]
    [InlineData("   ", "correct horse battery", "correct horse battery", "1 to 100")]
    public async Task A_refused_owner_is_told_why_and_the_door_stays_open(string name, string phrase, string again, string words)
    {
        await using var web = await WebHarness.StartAsync();
        var answer = await WebHarness.PostFormAsync(web.Browser(), "/first-visit", "first-visit", ("Input.Name", name), ("Input.PassPhrase", phrase), ("Input.Again", again));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync());
        using var owner = await web.OwnerAsync();
    }

    [Fact]
    public async Task Before_the_first_visit_every_page_leads_there()
    {
        await using var web = await WebHarness.StartAsync();
        Assert.Equal("/first-visit", web.Place(await web.Browser().GetAsync("/")));
        Assert.Equal("/first-visit", web.Place(await web.Browser().GetAsync("/sign-in")));
    }
}
