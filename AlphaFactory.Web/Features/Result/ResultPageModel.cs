using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Result;

/// <summary>Follows one run from the queue to its result.</summary>
public sealed class ResultPageModel(IRunStore runs, IJobs jobs, IProgressBus bus, TimeProvider clock) : RunWatch(jobs, bus, clock, TimeSpan.FromSeconds(2))
{
    private const int LogLines = 500;

    private volatile bool _isSettled;

    /// <summary>The run; null before the first answer.</summary>
    public RunRecord? Run { get; private set; }

    /// <summary>The result; null until the run is done.</summary>
    public BacktestResult? Result { get; private set; }

    /// <summary>What the worker wrote, the newest lines of it.</summary>
    public IReadOnlyList<RunLogLine> Log { get; private set; } = [];

    /// <summary>True once it will not move by itself.</summary>
    public bool IsEnded => Run?.State is RunState.Done or RunState.Failed or RunState.Cancelled;

    /// <inheritdoc/>
    protected override bool IsSettled => _isSettled;

    /// <summary>Reads again what people noted down about the run; its result stays as it is.</summary>
    public async Task ReadMarksAsync()
    {
        if (!IsLeft && await runs.FindAsync(Id, Leaving) is { } run)
        {
            Run = run;
            Tell();
        }
    }

    /// <summary>Gives the run another name.</summary>
    public async Task RenameAsync(string title)
    {
        await runs.RenameAsync(Id, title, Leaving);
        Run = Run! with { Title = title };
        Tell();
    }

    /// <inheritdoc/>
    protected override void Forget() => (Run, Result, _isSettled) = (null, null, false);

    /// <inheritdoc/>
    protected override async Task AskAsync()
    {
        var run = await runs.FindAsync(Id, Leaving);
        if (run is null)
        {
            State = new PageState.Failed("There is no such run", $"No run has the id \"{Id}\". It may have been removed, or the link is cut short. Open it from the list of results.", IsFinal: true);
            return;
        }

        if (run.State == RunState.Done && Result is null)
        {
            Result = await runs.FindResultAsync(Id, Leaving);
        }

        Log = await runs.LogAsync(Id, LogLines, Leaving);

        // The worker writes its last log line after the end of the run, so the end is looked at twice.
        bool wasEnded = IsEnded;
        (Run, State) = (run, new PageState.Ready());
        _isSettled = wasEnded && IsEnded;
    }

    /// <inheritdoc/>
    protected override void Take(RunProgress sign)
    {
        if (Run is not { } run)
        {
            return;
        }

        if (sign.State is not (RunState.Queued or RunState.Running))
        {
            _ = ReadAsync();
        }
        else if (!IsEnded)
        {
            // A word about the state alone carries no counts.
            var (done, total) = sign.Total > 0 ? (sign.Done, sign.Total) : (run.Done, run.Total);
            Run = run with { State = sign.State, Done = done, Total = total, HeartbeatAt = sign.At, StartedAt = run.StartedAt ?? sign.At, CancelRequested = run.CancelRequested || sign.CancelRequested };
            Tell();
        }
    }
}
