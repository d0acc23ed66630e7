using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Tests.Support;

/// <summary>Answers as the Telegram Bot API does, on a port of its own: one listener a token, offsets, its refusals and its troubles.</summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    public const string Token = "7654321:AAH-a-token-of-the-tests-only";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<(long Id, string Json)> _updates = [];
    private readonly Dictionary<string, Queue<BotFault>> _faults = [];
    private CancellationTokenSource? _listener;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastUpdate = 100;
    private int _lastMessage;

    private BotApiServer(WebApplication app) => _app = app;

    /// <summary>Base address to give the client.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Chats that exist.</summary>
    public HashSet<string> Chats { get; } = ["1001", "-2002"];

    /// <summary>What was sent: chat and text, in order.</summary>
    public List<(string Chat, string Text)> Sent { get; } = [];

    /// <summary>Pictures that were sent: chat, caption, bytes.</summary>
    public List<(string Chat, string Caption, byte[] Picture)> Pictures { get; } = [];

    /// <summary>The menu.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>How often each method was called, troubles among them.</summary>
    public Dictionary<string, int> Calls { get; } = [];

    /// <summary>Offsets asked for, in order.</summary>
    public List<long> Offsets { get; } = [];

    public static async Task<BotApiServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new BotApiServer(app);
        app.MapPost("/bot{token}/{method}", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>The next calls of a method end in trouble, one each.</summary>
    public void Trouble(string method, params BotFault[] faults)
    {
        lock (_gate)
        {
            if (!_faults.TryGetValue(method, out var queue))
            {
                _faults[method] = queue = new Queue<BotFault>();
            }

            foreach (var fault in faults)
            {
                queue.Enqueue(fault);
            }
        }
    }

    /// <summary>Somebody writes to the bot.</summary>
    public long Write(long chat, string text, long? from = null, DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            long id = ++_lastUpdate;
            long seconds = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
            _updates.Add((id, JsonSerializer.Serialize(new
            {
                update_id = id,
                message = new { message_id = id, from = new { id = from ?? chat, is_bot = false, first_name = "Anna" }, chat = new { id = chat, type = chat < 0 ? "group" : "private" }, date = seconds, text },
            })));
            _news.TrySetResult();
            return id;
        }
    }

    public int CallsOf(string method)
    {
        lock (_gate)
        {
            return Calls.GetValueOrDefault(method);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, string token, string method)
    {
        BotFault? fault = null;
        lock (_gate)
        {
            Calls[method] = Calls.GetValueOrDefault(method) + 1;
            if (_faults.TryGetValue(method, out var queue) && queue.TryDequeue(out var next))
            {
                fault = next;
            }
        }

        if (fault is not null)
        {
            await fault.PlayAsync(context);
        }
        else if (token != Token)
        {
            await RefuseAsync(context, 401, "Unauthorized");
        }
        else
        {
            await (method switch
            {
                "getMe" => OkAsync(context, new { id = 7654321, is_bot = true, username = "factory_test_bot" }),
                "sendMessage" => SendAsync(context),
                "sendPhoto" => PhotoAsync(context),
                "setMyCommands" => MenuAsync(context),
                "getUpdates" => UpdatesAsync(context),
                _ => RefuseAsync(context, 404, "Not Found: method not found"),
            });
        }
    }

    private async Task SendAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        string chat = body.RootElement.GetProperty("chat_id").ToString(), text = body.RootElement.GetProperty("text").GetString()!;
        if (!Chats.Contains(chat))
        {
            await RefuseAsync(context, 400, "Bad Request: chat not found");
        }
        else if (text.Length is 0 or > 4096)
        {
            await RefuseAsync(context, 400, text.Length == 0 ? "Bad Request: message text is empty" : "Bad Request: message is too long");
        }
        else
        {
            lock (_gate)
            {
                Sent.Add((chat, text));
            }

            await OkAsync(context, new { message_id = Interlocked.Increment(ref _lastMessage) });
        }
    }

    private async Task PhotoAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        using var bytes = new MemoryStream();
        await form.Files.Single(file => file.Name == "photo").CopyToAsync(bytes);
        lock (_gate)
        {
            Pictures.Add((form["chat_id"].ToString(), form["caption"].ToString(), bytes.ToArray()));
        }

        await OkAsync(context, new { message_id = Interlocked.Increment(ref _lastMessage) });
    }

    private async Task MenuAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        lock (_gate)
        {
            Commands.Clear();
            Commands.AddRange(body.RootElement.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("command").GetString()!));
        }

        await OkAsync(context, true);
    }

    private async Task UpdatesAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        long offset = body.RootElement.GetProperty("offset").GetInt64();
        int seconds = body.RootElement.GetProperty("timeout").GetInt32();
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        lock (_gate)
        {
            // Whoever asks last listens; the one before is told so.
            _listener?.Cancel();
            _listener = mine;
            Offsets.Add(offset);
            _updates.RemoveAll(update => update.Id < offset);
        }

        long start = TimeProvider.System.GetTimestamp();
        try
        {
            while (true)
            {
                Task news;
                string[] found;
                lock (_gate)
                {
                    found = [.. _updates.Select(update => update.Json)];
                    if (_news.Task.IsCompleted)
                    {
                        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    }

                    news = _news.Task;
                }

                var left = TimeSpan.FromSeconds(seconds) - TimeProvider.System.GetElapsedTime(start);
                if (found.Length > 0 || left <= TimeSpan.Zero)
                {
                    context.Response.ContentType = "application/json";
                    await context.Response.WriteAsync($"{{\"ok\":true,\"result\":[{string.Join(',', found)}]}}");
                    return;
                }

                await Task.WhenAny(news, Task.Delay(left, mine.Token));
                mine.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(context, 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
        finally
        {
            lock (_gate)
            {
                _listener = _listener == mine ? null : _listener;
            }
        }
    }

    private static Task OkAsync<T>(HttpContext context, T result) => context.Response.WriteAsJsonAsync(new { ok = true, result });

    private static Task RefuseAsync(HttpContext context, int code, string description) => BotFault.Refused(code, description).PlayAsync(context);
}

/// <summary>A trouble of the Bot API.</summary>
internal sealed record BotFault(Func<HttpContext, Task> Play)
{
    public static BotFault Hang { get; } = new(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    public static BotFault Break { get; } = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public static BotFault Refused(int code, string description, object? parameters = null) => new(async context =>
    {
        context.Response.StatusCode = code;
        await context.Response.WriteAsJsonAsync(new { ok = false, error_code = code, description, parameters });
    });

    public static BotFault TooMany(int seconds) => Refused(429, string.Create(CultureInfo.InvariantCulture, $"Too Many Requests: retry after {seconds}"), new { retry_after = seconds });

    public static BotFault Says(int status, string body) => new(async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    });

    public async Task PlayAsync(HttpContext context)
    {
        try
        {
            await Play(context);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
    }
}
