using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Result;

/// <summary>Follows one run from the queue to its result. Signs of life come over the bus; the store is asked now and then, because a message can be lost.</summary>
public sealed class ResultPageModel(IRunStore runs, IJobs jobs, IProgressBus bus, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);
    private const int LogLines = 500;

    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private IDisposable? _subscription;
    private ITimer? _timer;
    private string _id = "";
    private volatile bool _readAgain;
    private volatile bool _isSettled;

    /// <summary>Raised from any thread when there is something new to draw.</summary>
    public event Action? Changed;

    public PageState State { get; private set; } = new PageState.Loading();

    public RunRecord? Run { get; private set; }

    /// <summary>The result; null until the run is done.</summary>
    public BacktestResult? Result { get; private set; }

    public IReadOnlyList<RunLogLine> Log { get; private set; } = [];

    public bool IsEnded => Run?.State is RunState.Done or RunState.Failed or RunState.Cancelled;

    /// <summary>Starts to follow a run.</summary>
    public async Task OpenAsync(string id)
    {
        (_id, Run, Result, State, _isSettled) = (id, null, null, new PageState.Loading(), false);
        _subscription ??= bus.Subscribe(Hear);
        _timer ??= clock.CreateTimer(_ => _ = ReadAsync(), null, Glance, Glance);
        await ReadAsync();
    }

    /// <summary>Reads the run again, and its result and log once it has ended.</summary>
    public async Task ReadAsync()
    {
        if (_isSettled || _leaving.IsCancellationRequested)
        {
            return;
        }

        if (!await _reading.WaitAsync(0))
        {
            // What is being read now may be older than the news that asked for this.
            _readAgain = true;
            return;
        }

        try
        {
            var run = await runs.FindAsync(_id, _leaving.Token);
            if (run is null)
            {
                State = new PageState.Failed("There is no such run", $"No run has the id \"{_id}\". It may have been removed, or the link is cut short. Open it from the list of results.");
                return;
            }

            if (run.State == RunState.Done && Result is null)
            {
                Result = await runs.FindResultAsync(_id, _leaving.Token);
            }

            Log = await runs.LogAsync(_id, LogLines, _leaving.Token);

            // The worker writes its last log line after the end of the run, so the end is looked at twice.
            bool wasEnded = IsEnded;
            (Run, State) = (run, new PageState.Ready());
            _isSettled = wasEnded && IsEnded;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was closed while it read.
        }
        finally
        {
            _reading.Release();
            Changed?.Invoke();
        }

        if (_readAgain)
        {
            _readAgain = false;
            await ReadAsync();
        }
    }

    public Task CancelAsync(string by) => ThenReadAsync(jobs.CancelAsync(_id, by, _leaving.Token));

    /// <summary>Puts the ended run back in the queue and follows it again.</summary>
    public async Task RetryAsync(string by)
    {
        await jobs.RetryAsync(_id, by, _leaving.Token);
        await OpenAsync(_id);
    }

    /// <summary>Reads again what people noted down about the run; its result stays as it is.</summary>
    public async Task ReadMarksAsync()
    {
        if (!_leaving.IsCancellationRequested && await runs.FindAsync(_id, _leaving.Token) is { } run)
        {
            Run = run;
            Changed?.Invoke();
        }
    }

    public async Task RenameAsync(string title)
    {
        await runs.RenameAsync(_id, title, _leaving.Token);
        Run = Run! with { Title = title };
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task ThenReadAsync(Task action)
    {
        await action;
        await ReadAsync();
    }

    private void Hear(RunProgress progress)
    {
        if (progress.RunId != _id || Run is not { } run)
        {
            return;
        }

        if (progress.State is RunState.Queued or RunState.Running)
        {
            if (IsEnded)
            {
                return;
            }

            // A word about the state alone carries no counts.
            var (done, total) = progress.Total > 0 ? (progress.Done, progress.Total) : (run.Done, run.Total);
            Run = run with { State = progress.State, Done = done, Total = total, HeartbeatAt = progress.At, StartedAt = run.StartedAt ?? progress.At, CancelRequested = run.CancelRequested || progress.CancelRequested };
            Changed?.Invoke();
        }
        else
        {
            _ = ReadAsync();
        }
    }
}
