using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>Takes in what happens without ever waiting, and writes it down in its order as soon as the database takes it.</summary>
internal sealed partial class DeskEventLog(IDeskEventStore store, IDeskBus bus, TimeProvider clock, ILogger<DeskEventLog> log) : BackgroundService, IDeskEvents
{
    private const int Batch = 200, MostRead = 1000;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1), s_farewell = TimeSpan.FromSeconds(5);

    private readonly Channel<NewDeskEvent> _waiting = Channel.CreateUnbounded<NewDeskEvent>(new UnboundedChannelOptions { SingleReader = true });
    private volatile TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes in an event.</summary>
    /// <param name="key">Two events of one key are one.</param>
    /// <param name="about">The deployment; null for what concerns all.</param>
    /// <param name="marketAt">When, by the clock of its market.</param>
    /// <param name="happened">What.</param>
    public void Record(string key, (string Id, string Name)? about, DateTimeOffset? marketAt, DeskEvent happened) =>
        _waiting.Writer.TryWrite(new NewDeskEvent(key, about?.Id, marketAt, clock.GetUtcNow(), DeskEventText.Of(happened, about?.Name), happened));

    public Task<IReadOnlyList<StoredDeskEvent>> AfterAsync(long after, int most, CancellationToken cancellationToken) => store.AfterAsync(after, Math.Clamp(most, 1, MostRead), cancellationToken);

    public Task<IReadOnlyList<StoredDeskEvent>> NewestAsync(DeskEventQuery query, CancellationToken cancellationToken) =>
        store.NewestAsync(query with { Most = Math.Clamp(query.Most, 1, MostRead) }, cancellationToken);

    public Task<long> LastIdAsync(CancellationToken cancellationToken) => store.LastIdAsync(cancellationToken);

    public async IAsyncEnumerable<StoredDeskEvent> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked for before reading, so that what is written in between is not slept through.
            var written = _written.Task;
            IReadOnlyList<StoredDeskEvent> found = [];
            try
            {
                found = await store.AfterAsync(after, MostRead, cancellationToken);
            }
            catch (Exception fault) when (fault is DbException or TimeoutException)
            {
                NotRead(fault);
            }

            foreach (var one in found)
            {
                after = one.Id;
                yield return one;
            }

            if (found.Count == 0)
            {
                await Task.WhenAny(written, Task.Delay(s_pause, clock, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        bus.Nudged += nudge =>
        {
            if (nudge == DeskNudge.Events)
            {
                Interlocked.Exchange(ref _written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
        };
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Writes what is left, as far as the database takes it in time.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await Task.WhenAny(writing, Task.Delay(s_farewell, clock, cancellationToken));
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<NewDeskEvent>(Batch);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < Batch && _waiting.Reader.TryRead(out var one))
            {
                batch.Add(one);
            }

            while (!await WriteAsync(batch, stoppingToken))
            {
                await Task.Delay(s_pause, clock, stoppingToken);
            }

            batch.Clear();
            bus.Send(DeskNudge.Events);
        }
    }

    private async Task<bool> WriteAsync(List<NewDeskEvent> batch, CancellationToken cancellationToken)
    {
        try
        {
            await store.AppendAsync(batch, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is DbException or TimeoutException or IOException)
        {
            NotWritten(fault, batch.Count);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} events of the desk wait for the database")]
    private partial void NotWritten(Exception fault, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The events of the desk cannot be read; they are read as soon as the database answers")]
    private partial void NotRead(Exception fault);
}
