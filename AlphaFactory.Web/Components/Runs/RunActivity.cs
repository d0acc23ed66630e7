using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>
/// The runs that wait or compute, kept current for one browser tab: the bus brings signs of life at once, the store is asked again
/// when a run starts or ends and every few seconds besides, because a message may be lost or its worker may be in another process.
/// </summary>
public sealed partial class RunActivity : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200), Busy = TimeSpan.FromSeconds(1), Idle = TimeSpan.FromSeconds(5);
    private static readonly RunQuery Wanted = new([RunState.Running, RunState.Queued], Take: 200) { Kind = null };

    private readonly IRunStore _runs;
    private readonly TimeProvider _clock;
    private readonly ILogger<RunActivity> _log;
    private readonly IDisposable _subscription;
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (RunRecord Run, ProgressRate Rate)> _active = [];
    private bool _reload = true;
    private Task? _loop;

    /// <summary>Listens from now on; the store is read once somebody calls <see cref="Start"/>.</summary>
    public RunActivity(IRunStore runs, IProgressBus bus, TimeProvider clock, ILogger<RunActivity> log)
    {
        (_runs, _clock, _log) = (runs, clock, log);
        _subscription = bus.Subscribe(Hear);
    }

    /// <summary>Raised from any thread, at most five times a second.</summary>
    public event Action? Changed;

    /// <summary>Rises whenever a run was added or ended, so that a page knows when to read its lists again.</summary>
    public int Generation { get; private set; }

    /// <summary>The runs, running ones first, then in the order they were asked for.</summary>
    public IReadOnlyList<ActiveRun> Runs
    {
        get
        {
            lock (_gate)
            {
                return [.. _active.Values
                    .OrderByDescending(entry => entry.Run.State).ThenBy(entry => entry.Run.CreatedAt)
                    .Select(entry => new ActiveRun(entry.Run, entry.Rate.PerSecond, entry.Rate.Left(entry.Run.Total)))];
            }
        }
    }

    /// <summary>Begins to keep the list; further calls do nothing.</summary>
    public void Start() => _loop ??= Task.Run(KeepAsync);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _end.CancelAsync();
        if (_loop is not null)
        {
            await _loop;
        }

        _end.Dispose();
        _signal.Dispose();
    }

    private void Hear(RunProgress sign)
    {
        lock (_gate)
        {
            bool known = _active.TryGetValue(sign.RunId, out var entry);
            if (known && sign.State == RunState.Running && entry.Run.State == RunState.Running && sign.Total > 0)
            {
                entry.Rate.Add(sign.At, sign.Done);
                _active[sign.RunId] = (entry.Run with { Done = sign.Done, Total = sign.Total, HeartbeatAt = sign.At }, entry.Rate);
            }
            else
            {
                _reload = true;
            }

            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    private async Task KeepAsync()
    {
        CancellationToken end = _end.Token;
        DateTimeOffset readAt = DateTimeOffset.MinValue;
        try
        {
            while (true)
            {
                if (IsDue(_clock.GetUtcNow() - readAt))
                {
                    await ReadAsync(end);
                    readAt = _clock.GetUtcNow();
                }

                Changed?.Invoke();
                await Task.Delay(Quiet, _clock, end);
                await _signal.WaitAsync(_active.Count > 0 ? Busy : Idle, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The tab was closed.
        }
    }

    private bool IsDue(TimeSpan age)
    {
        lock (_gate)
        {
            bool due = _reload || age >= (_active.Count > 0 ? 2 * Busy : Idle);
            _reload = false;
            return due;
        }
    }

    private async Task ReadAsync(CancellationToken end)
    {
        try
        {
            Take(await _runs.ListAsync(Wanted, end));
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // The next round asks again; what is on screen ages visibly until then.
            LogUnread(_log, fault);
        }
    }

    private void Take(IReadOnlyList<RunRecord> found)
    {
        lock (_gate)
        {
            var before = _active.ToDictionary();
            _active.Clear();
            foreach (RunRecord run in found)
            {
                ProgressRate rate = before.TryGetValue(run.Id, out var entry) ? entry.Rate : new ProgressRate();
                if (run is { State: RunState.Running, HeartbeatAt: { } at } && at > (entry.Run?.HeartbeatAt ?? DateTimeOffset.MinValue))
                {
                    rate.Add(at, run.Done);
                }

                // What the bus said since the store was asked is newer than what the store answered.
                bool older = run.State == RunState.Running && entry.Run?.State == RunState.Running && run.HeartbeatAt < entry.Run.HeartbeatAt;
                _active[run.Id] = (older ? run with { Done = entry.Run!.Done, Total = entry.Run.Total, HeartbeatAt = entry.Run.HeartbeatAt } : run, rate);
            }

            if (!before.Keys.ToHashSet().SetEquals(_active.Keys))
            {
                Generation++;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of running jobs could not be read")]
    private static partial void LogUnread(ILogger log, Exception fault);
}
