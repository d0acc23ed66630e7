using System.Collections.Concurrent;
using System.Text.Json;
using AlphaFactory.Engine.Jobs.Redis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace AlphaFactory.Engine.Trading.Desk.Redis;

/// <summary>Carries frames and wishes between nodes over Redis. Losing it keeps other nodes waiting for their next look at the database; the connection comes back by itself.</summary>
internal sealed partial class RedisDeskBus(RedisAddress address, TimeProvider clock, ILogger<RedisDeskBus> log) : BackgroundService, IDeskBus
{
    private const string Channel = "alphafactory:desk";

    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(2);

    private readonly Guid _self = Guid.NewGuid();
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<EquityTail?>> _asked = new();
    private ConnectionMultiplexer? _connection;

    public bool IsShared => true;

    public event Action<DeskFrame>? FrameCame;

    public event Action<DeskNudge>? Nudged;

    public event Action<KillState>? KillCame;

    public Func<string, EquityTail?>? EquityOf { get; set; }

    public void Send(DeskFrame frame) => Publish(new Envelope(_self) { Frame = frame });

    public void Send(DeskNudge nudge)
    {
        Nudged?.Invoke(nudge);
        Publish(new Envelope(_self) { Nudge = nudge });
    }

    public void Send(KillState state) => Publish(new Envelope(_self) { Kill = state });

    public async Task<EquityTail?> AskEquityAsync(string deployment, CancellationToken cancellationToken)
    {
        if (EquityOf?.Invoke(deployment) is { } own)
        {
            return own;
        }

        var question = Guid.NewGuid();
        var answer = _asked[question] = new TaskCompletionSource<EquityTail?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            Publish(new Envelope(_self) { Question = question, Deployment = deployment });
            return await answer.Task.WaitAsync(s_answer, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            _asked.TryRemove(question, out _);
        }
    }

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
                }
            }
            catch (Exception fault) when (fault is RedisException or TimeoutException)
            {
                NotConnected(fault);
            }
        }
        while (!subscribed && await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Publish(Envelope envelope)
    {
        if (_connection is not { IsConnected: true } connection)
        {
            return;
        }

        try
        {
            connection.GetSubscriber().Publish(Channel, JsonSerializer.SerializeToUtf8Bytes(envelope), CommandFlags.FireAndForget);
        }
        catch (Exception fault) when (fault is RedisException or ObjectDisposedException or TimeoutException)
        {
            NotPublished(fault);
        }
    }

    private void Receive(RedisValue message)
    {
        try
        {
            if (JsonSerializer.Deserialize<Envelope>((byte[])message!) is { } envelope && envelope.From != _self)
            {
                Take(envelope);
            }
        }
        catch (JsonException fault)
        {
            NotUnderstood(fault);
        }
    }

    private void Take(Envelope envelope)
    {
        if (envelope.Frame is { } frame)
        {
            FrameCame?.Invoke(frame);
        }

        if (envelope.Nudge is { } nudge)
        {
            Nudged?.Invoke(nudge);
        }

        if (envelope.Kill is { } kill)
        {
            KillCame?.Invoke(kill);
        }

        if (envelope is { Question: { } asked, Deployment: { } deployment } && EquityOf?.Invoke(deployment) is { } tail)
        {
            Publish(new Envelope(_self) { Answer = asked, Tail = tail });
        }

        if (envelope.Answer is { } question && _asked.TryRemove(question, out var waiting))
        {
            waiting.TrySetResult(envelope.Tail);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; other nodes see live figures late until it does")]
    private partial void NotConnected(Exception fault);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message of the desk did not reach Redis")]
    private partial void NotPublished(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message on the channel of the desk is not one of ours")]
    private partial void NotUnderstood(Exception fault);

    private sealed record Envelope(Guid From)
    {
        public DeskFrame? Frame { get; init; }

        public DeskNudge? Nudge { get; init; }

        public KillState? Kill { get; init; }

        public Guid? Question { get; init; }

        public string? Deployment { get; init; }

        public Guid? Answer { get; init; }

        public EquityTail? Tail { get; init; }
    }
}
