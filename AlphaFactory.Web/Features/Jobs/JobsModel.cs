using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Jobs;

/// <summary>What the Jobs page shows beside the live list: what has ended, and the job selected with its log.</summary>
public sealed class JobsModel(IRunStore runs, IJobs jobs, CurrentUser user, Toasts toasts, ILogger<JobsModel> log)
{
    private const int EndedShown = 25, LogShown = 200;

    private static readonly RunQuery EndedQuery = new([RunState.Done, RunState.Failed, RunState.Cancelled], Take: EndedShown) { Kind = null };

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The newest ended runs.</summary>
    public IReadOnlyList<RunRecord> Ended { get; private set; } = [];

    /// <summary>Number of runs in every state.</summary>
    public IReadOnlyDictionary<RunState, int> Counts { get; private set; } = new Dictionary<RunState, int>();

    /// <summary>The job of the side panel; null when none is selected or it is gone.</summary>
    public RunRecord? Selected { get; private set; }

    /// <summary>The end of its log, oldest line first.</summary>
    public IReadOnlyList<RunLogLine> Log { get; private set; } = [];

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayRun { get; private set; }

    /// <summary>Reads everything again; the live list comes from elsewhere.</summary>
    public async Task LoadAsync(string? selected, CancellationToken cancellationToken) => State = await StoreFault.GuardAsync(() => ReadAsync(selected, cancellationToken), log);

    /// <summary>Reads the job of the side panel.</summary>
    public async Task SelectAsync(string? id, CancellationToken cancellationToken)
    {
        Selected = id is null ? null : await runs.FindAsync(id, cancellationToken);
        Log = Selected is null ? [] : await runs.LogAsync(Selected.Id, LogShown, cancellationToken);
    }

    /// <summary>Asks the worker to stop.</summary>
    public async Task CancelAsync(RunRecord run)
    {
        await jobs.CancelAsync(run.Id, await user.NameAsync(), CancellationToken.None);
        toasts.Say(run.State == RunState.Queued ? "Taken from the queue" : "Asked to stop", $"{run.Title} on {run.Spec.Symbol}");
    }

    /// <summary>Puts an ended run back in the queue.</summary>
    public async Task RetryAsync(RunRecord run)
    {
        await jobs.RetryAsync(run.Id, await user.NameAsync(), CancellationToken.None);
        toasts.Say("Back in the queue", $"{run.Title} on {run.Spec.Symbol}");
    }

    private async Task<PageState> ReadAsync(string? selected, CancellationToken cancellationToken)
    {
        MayRun = await user.MayRunAsync();
        Ended = await runs.ListAsync(EndedQuery, cancellationToken);
        Counts = await runs.CountsAsync(cancellationToken);
        await SelectAsync(selected, cancellationToken);
        return Counts.Values.Sum() == 0 ? new PageState.Empty("No job yet. A backtest runs here in the background and goes on when its page is closed.") : new PageState.Ready();
    }
}
