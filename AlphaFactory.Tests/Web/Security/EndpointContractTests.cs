using System.Net;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Security;

public sealed class EndpointContractTests
{
    /// <summary>What answers without a sign-in, besides style sheets, scripts and fonts. Adding a line here is a decision.</summary>
    private static readonly string[] Open = ["/first-visit", "/sign-in", "/health"];

    [Fact]
    public async Task Only_the_listed_endpoints_are_open()
    {
        await using var web = await WebHarness.StartAsync();
        var open = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(endpoint => endpoint.Metadata.All(item => item.GetType().Name != "StaticAssetDescriptor"))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();
        Assert.Equal([], open.Except(Open));
    }

    [Fact]
    public async Task Every_endpoint_refuses_a_caller_without_a_sign_in()
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        using var stranger = web.Program();
        int asked = 0;
        foreach (var endpoint in web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            string path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "v1"))));
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                continue;
            }

            foreach (string method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {(int)answer.StatusCode} to a stranger");
                asked++;
            }
        }

        Assert.True(asked > 20, $"only {asked} endpoints were asked");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health")]
    [InlineData("/css/app.css")]
    [InlineData("/api/v1/runs")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        var headers = (await web.Browser().GetAsync(path)).Headers;
        string policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], headers.GetValues("Referrer-Policy"));
        Assert.True(headers.Contains("Permissions-Policy"));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_for_people_and_the_log_comes_as_a_file_for_owners_only()
    {
        await using var web = await WebHarness.StartAsync();
        using var owner = await web.OwnerAsync();
        var unknown = await owner.GetAsync("/nowhere");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (unknown.StatusCode, unknown.Content.Headers.ContentType?.MediaType));
        string log = await owner.GetStringAsync("/log/download");
        Assert.All(log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => System.Text.Json.JsonDocument.Parse(line).Dispose());
        Assert.Contains("now has migration", log);

        await web.Services.GetRequiredService<UserDirectory>().AddAsync("Tom", WebHarness.Phrase, Roles.Viewer, "test", default);
        using var tom = web.Browser();
        await WebHarness.PostFormAsync(tom, "/sign-in", "sign-in", ("Input.Name", "Tom"), ("Input.PassPhrase", WebHarness.Phrase));
        Assert.Equal(HttpStatusCode.OK, (await tom.GetAsync("/")).StatusCode);
        Assert.StartsWith("/forbidden", web.Place(await tom.GetAsync("/log/download")));
        Assert.StartsWith("/forbidden", web.Place(await tom.GetAsync("/log")));
    }

    [Fact]
    public async Task No_page_has_a_script_inside_it()
    {
        await using var web = await WebHarness.StartAsync();
        Assert.DoesNotMatch("<script(?![^>]*\\ssrc=)[^>]*>", await web.Browser().GetStringAsync("/first-visit"));
        using var owner = await web.OwnerAsync();
        Assert.DoesNotMatch("<script(?![^>]*\\ssrc=)[^>]*>", await owner.GetStringAsync("/"));
    }
}
