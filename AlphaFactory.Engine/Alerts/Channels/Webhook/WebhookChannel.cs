using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AlphaFactory.Engine.Runs;
using Microsoft.Extensions.Configuration;

namespace AlphaFactory.Engine.Alerts.Channels.Webhook;

/// <summary>Posts JSON to an address, signed.</summary>
[Channel("webhook", "Webhook", Says = "Posts JSON to an address of yours, signed with HMAC-SHA256 so that the receiver knows who sent it and when.")]
public sealed class WebhookChannel : IChannel
{
    private const string Url = "url";

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <inheritdoc/>
    public IReadOnlyList<ChannelField> Fields { get; } = [new(Url, "Address", "https://…; http only on this machine", UrlFault)];

    /// <inheritdoc/>
    public string? Missing(IConfiguration configuration) => Secret(configuration).Length < WebhookOptions.ShortestSecret
        ? $"{WebhookOptions.Section}:{nameof(WebhookOptions.Secret)} is not set or has fewer than {WebhookOptions.ShortestSecret} characters. Set AlphaFactory__Alerts__Webhook__Secret to a random text the receiver knows too."
        : null;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(ChannelMessage message, ChannelTools tools, CancellationToken cancellationToken)
    {
        if (Missing(tools.Configuration) is { } missing)
        {
            return new SendOutcome.Refused(missing);
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new { message.Id, Kind = ChoiceText.Of(message.Kind), Severity = ChoiceText.Of(message.Severity), message.Title, message.Text, message.Link, message.At, message.MayRepeat }, s_json);
        long seconds = tools.Clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, message.Settings[Url]) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.Timestamp, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(Secret(tools.Configuration), seconds, body));
        request.Headers.Add(WebhookSignature.Delivery, message.Id);
        try
        {
            using var answer = await tools.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(answer, tools.Clock);
        }
        catch (HttpRequestException fault)
        {
            return new SendOutcome.Later($"The receiver could not be talked to: {HttpWords.Of(fault)}.") { MayHaveArrived = HttpWords.MayHaveArrived(fault) };
        }
    }

    private static SendOutcome Judge(HttpResponseMessage answer, TimeProvider clock)
    {
        string code = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}");
        return (int)answer.StatusCode switch
        {
            >= 200 and < 300 => new SendOutcome.Sent($"answered {code}"),
            408 or 425 or 429 or >= 500 => new SendOutcome.Later($"The receiver answered {code}.", HttpWords.RetryAfter(answer, clock)),
            >= 300 and < 400 => new SendOutcome.Refused($"The receiver answered {code}, which leads elsewhere; no redirect is followed. Give the address it leads to."),
            _ => new SendOutcome.Refused($"The receiver answered {code}. Look at its log, or check that it knows the same secret."),
        };
    }

    private static string Secret(IConfiguration configuration) => configuration[$"{WebhookOptions.Section}:{nameof(WebhookOptions.Secret)}"] ?? "";

    private static string? UrlFault(string text) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? $"The address is \"{text}\". Give a whole one, such as https://example.com/alerts."
        : uri.Scheme == "http" && !uri.IsLoopback ? "The address begins with http, so anybody on the way could read it. Give one with https; http is taken for this machine only."
        : uri.UserInfo.Length > 0 ? "The address has a name or password in it, which would stand in the database. Leave it out; the signature says who sends."
        : null;
}
