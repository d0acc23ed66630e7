using System.Net;
using System.Text.RegularExpressions;
using AlphaFactory.Web;
using AlphaFactory.Web.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Support;

/// <summary>The whole program on a free port of this machine, with a database and a data directory of its own.</summary>
internal sealed partial class WebHarness : IAsyncDisposable
{
    public const string Owner = "Mira Kessler";
    public const string Phrase = "correct horse battery";

    private readonly string _folder;

    private WebHarness(WebApplication app, string folder) => (App, _folder) = (app, folder);

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    public IServiceProvider Services => App.Services;

    public string DataDirectory => _folder;

    public static Task<WebHarness> StartAsync(params IReadOnlyList<(string Name, string Value)> settings) => StartWithAsync(null, settings);

    /// <summary>The program with other parts in place of some of its own.</summary>
    public static async Task<WebHarness> StartWithAsync(Action<IServiceCollection>? change, params IReadOnlyList<(string Name, string Value)> settings)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-web-").FullName;
        var app = WebServer.Build(SettingsLoader.Load([("AlphaFactory:DataDirectory", folder), ("Urls", "http://127.0.0.1:0"), ("AlphaFactory:DemoMarket", "false"), .. settings]), change);
        await app.StartAsync();
        return new WebHarness(app, folder);
    }

    /// <summary>A browser without scripts: cookies, no redirects followed.</summary>
    public HttpClient Browser()
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>A program with a token, or without one.</summary>
    public HttpClient Program(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    /// <summary>Creates the owner through the page and answers the signed-in browser.</summary>
    public async Task<HttpClient> OwnerAsync()
    {
        var browser = Browser();
        var answer = await PostFormAsync(browser, "/first-visit", "first-visit", ("Input.Name", Owner), ("Input.PassPhrase", Phrase), ("Input.Again", Phrase));
        Assert.Equal("/", Place(answer));
        return browser;
    }

    /// <summary>Where an answer leads, relative to this server; an address elsewhere stays whole.</summary>
    public string? Place(HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not { } location)
        {
            return null;
        }

        var target = new Uri(Address, location);
        return target.Authority == Address.Authority ? target.PathAndQuery : target.AbsoluteUri;
    }

    /// <summary>Loads a page and sends its form as a browser would.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string page, string form, params (string Name, string Value)[] fields) =>
        await SendFormAsync(browser, page, form, await OpenFormAsync(browser, page), fields);

    /// <summary>Loads the page of a form and answers the token the form carries.</summary>
    public static async Task<string> OpenFormAsync(HttpClient browser, string page)
    {
        string html = await browser.GetStringAsync(page);
        return WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
    }

    /// <summary>Sends a form that was loaded before.</summary>
    public static Task<HttpResponseMessage> SendFormAsync(HttpClient browser, string page, string form, string token, params (string Name, string Value)[] fields) =>
        browser.PostAsync(page, new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await TestFolder.DeleteAsync(_folder);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
