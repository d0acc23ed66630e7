using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace AlphaFactory.Engine.Jobs.Redis;

/// <summary>
/// Carries messages between nodes over Redis. Subscribers of this process are told directly and first, so losing Redis only keeps
/// other nodes waiting for their next look at the store; the connection comes back by itself.
/// </summary>
internal sealed partial class RedisProgressBus(RedisAddress address, InProcessProgressBus local, TimeProvider clock, ILogger<RedisProgressBus> log) : BackgroundService, IProgressBus
{
    private const string Channel = "alphafactory:progress";

    private readonly Guid _self = Guid.NewGuid();
    private ConnectionMultiplexer? _connection;

    public void Publish(RunProgress progress)
    {
        local.Publish(progress);
        if (_connection is not { IsConnected: true } connection)
        {
            return;
        }

        try
        {
            connection.GetSubscriber().Publish(Channel, JsonSerializer.SerializeToUtf8Bytes(new Envelope(_self, progress)), CommandFlags.FireAndForget);
        }
        catch (Exception fault) when (fault is RedisException or ObjectDisposedException or TimeoutException)
        {
            NotPublished(fault, progress.RunId);
        }
    }

    public IDisposable Subscribe(Action<RunProgress> handler) => local.Subscribe(handler);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await connection.CloseAsync(allowCommandsToComplete: false);
            connection.Dispose();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var options = ConfigurationOptions.Parse(address.Configuration);
        (options.AbortOnConnectFail, options.ConnectTimeout, options.KeepAlive) = (false, 2000, 5);
        bool subscribed = false;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), clock);
        do
        {
            try
            {
                _connection ??= await ConnectionMultiplexer.ConnectAsync(options);
                if (!subscribed && _connection.IsConnected)
                {
                    await _connection.GetSubscriber().SubscribeAsync(Channel, (_, message) => Receive(message));
                    subscribed = true;
                    Connected();
                }
            }
            catch (Exception fault) when (fault is RedisException or TimeoutException)
            {
                NotConnected(fault);
            }
        }
        while (!subscribed && await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Receive(RedisValue message)
    {
        Envelope? envelope;
        try
        {
            envelope = JsonSerializer.Deserialize<Envelope>((byte[])message!);
        }
        catch (JsonException fault)
        {
            NotUnderstood(fault);
            return;
        }

        if (envelope is not null && envelope.From != _self)
        {
            local.Publish(envelope.Progress);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis carries progress between nodes")]
    private partial void Connected();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; other nodes see progress late until it does")]
    private partial void NotConnected(Exception fault);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Progress of run {RunId} did not reach Redis")]
    private partial void NotPublished(Exception fault, string runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message on the progress channel is not one of ours")]
    private partial void NotUnderstood(Exception fault);

    private sealed record Envelope(Guid From, RunProgress Progress);
}
