using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace AlphaFactory.Engine.Redis;

/// <summary>
/// The one connection of this process to Redis, for messages between nodes. Losing it keeps other nodes waiting for their next look at the database and nothing else;
/// it comes back by itself.
/// </summary>
internal sealed partial class RedisLink(RedisAddress address, TimeProvider clock, ILogger<RedisLink> log) : BackgroundService
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Subscription> _wanted = Channel.CreateUnbounded<Subscription>();
    private ConnectionMultiplexer? _connection;

    /// <summary>Opens a channel; before the link is started or after.</summary>
    /// <typeparam name="T">What its messages are, as JSON.</typeparam>
    /// <param name="name">Its name, the same on every node.</param>
    /// <param name="take">Told what other nodes say, one message at a time.</param>
    public NodeChannel<T> Open<T>(string name, Action<T> take)
    {
        var channel = new NodeChannel<T>(name, take, Publish, NotUnderstood);
        _wanted.Writer.TryWrite(new Subscription(name, channel.Receive));
        return channel;
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await connection.CloseAsync(allowCommandsToComplete: false);
            connection.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var options = ConfigurationOptions.Parse(address.Configuration);
        (options.AbortOnConnectFail, options.ConnectTimeout, options.KeepAlive) = (false, 2000, 5);
        await foreach (var wanted in _wanted.Reader.ReadAllAsync(stoppingToken))
        {
            while (!await IsSubscribedAsync(wanted, options))
            {
                await Task.Delay(s_retry, clock, stoppingToken);
            }

            Subscribed(wanted.Name);
        }
    }

    private async Task<bool> IsSubscribedAsync(Subscription wanted, ConfigurationOptions options)
    {
        try
        {
            _connection ??= await ConnectionMultiplexer.ConnectAsync(options);
            if (!_connection.IsConnected)
            {
                return false;
            }

            await _connection.GetSubscriber().SubscribeAsync(wanted.Name, wanted.Handle);
            return true;
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException)
        {
            NotConnected(fault);
            // One that was only slow to answer would otherwise hear every message twice after the next attempt.
            _connection?.GetSubscriber().Unsubscribe(wanted.Name, wanted.Handle, CommandFlags.FireAndForget);
            return false;
        }
    }

    private void Publish(string name, byte[] message)
    {
        if (_connection is not { IsConnected: true } connection)
        {
            return;
        }

        try
        {
            connection.GetSubscriber().Publish(name, message, CommandFlags.FireAndForget);
        }
        catch (Exception fault) when (fault is RedisException or ObjectDisposedException or TimeoutException)
        {
            NotPublished(fault, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis carries {Channel} between nodes")]
    private partial void Subscribed(string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; other nodes see progress and live figures late until it does")]
    private partial void NotConnected(Exception fault);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message on {Channel} did not reach Redis")]
    private partial void NotPublished(Exception fault, string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message on {Channel} is not one of ours")]
    private partial void NotUnderstood(Exception fault, string channel);

    private sealed record Subscription(string Name, Action<byte[]> Receive)
    {
        public void Handle(RedisChannel channel, RedisValue message) => Receive((byte[])message!);
    }
}
