using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Tests.Support;

/// <summary>Takes webhooks as a careful receiver does: checks signature and age by code of its own, from what docs/alerts.md says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string Secret = "a secret both sides know";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly Queue<Func<HttpContext, Task>> _faults = new();
    private readonly List<Hook> _taken = [];
    private readonly List<string> _refused = [];

    private readonly TimeProvider _clock;

    private WebhookReceiver(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    public string Address => _app.Urls.First() + "/hook";

    /// <summary>What arrived with a good signature.</summary>
    public IReadOnlyList<Hook> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken];
            }
        }
    }

    /// <summary>Why other requests were refused.</summary>
    public IReadOnlyList<string> Refused
    {
        get
        {
            lock (_gate)
            {
                return [.. _refused];
            }
        }
    }

    public static async Task<WebhookReceiver> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new WebhookReceiver(app, clock ?? TimeProvider.System);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>The next requests are answered so, after they were checked and kept.</summary>
    public void Next(params Func<HttpContext, Task>[] answers)
    {
        lock (_gate)
        {
            Array.ForEach(answers, _faults.Enqueue);
        }
    }

    public static Func<HttpContext, Task> Answers(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    public static Func<HttpContext, Task> Hangs { get; } = async context =>
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        byte[] body = bytes.ToArray();
        Func<HttpContext, Task>? answer;
        if (Fault(context.Request, body) is { } fault)
        {
            lock (_gate)
            {
                _refused.Add(fault);
            }

            context.Response.StatusCode = 401;
            return;
        }

        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        lock (_gate)
        {
            _taken.Add(new Hook(root.GetProperty("id").GetString()!, root.GetProperty("kind").GetString()!, root.GetProperty("severity").GetString()!, root.GetProperty("title").GetString()!, root.GetProperty("text").GetString()!, root.GetProperty("may_repeat").GetBoolean()));
            _faults.TryDequeue(out answer);
        }

        if (answer is not null)
        {
            await answer(context);
        }
    }

    private string? Fault(HttpRequest request, byte[] body)
    {
        string signature = request.Headers["X-AlphaFactory-Signature"].ToString(), stamp = request.Headers["X-AlphaFactory-Timestamp"].ToString();
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return "no timestamp";
        }

        byte[] signed = [.. Encoding.ASCII.GetBytes(stamp), (byte)'.', .. body];
        string right = "v1=" + string.Concat(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
        return signature != right ? "wrong signature"
            : Math.Abs(_clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > 600 ? "too old"
            : null;
    }
}

/// <summary>A webhook that arrived.</summary>
internal sealed record Hook(string Id, string Kind, string Severity, string Title, string Text, bool MayRepeat);
