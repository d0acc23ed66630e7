using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Results;

/// <summary>The runs of a filter, and deleting one with a way back.</summary>
public sealed class ResultsModel(IRunStore runs, StrategyRegistry strategies, IAuditLog audit, CurrentUser user, Toasts toasts, ILogger<ResultsModel> log)
{
    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<RunRecord> Runs { get; private set; } = [];

    /// <summary>Rows of all pages of this filter.</summary>
    public int Total { get; private set; }

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayRun { get; private set; }

    /// <summary>The strategies one can filter by.</summary>
    public IReadOnlyList<StrategyEntry> Strategies => strategies.All;

    /// <summary>Reads the rows.</summary>
    public async Task LoadAsync(ResultsFilter filter, CancellationToken cancellationToken) => State = await StoreFault.GuardAsync(() => ReadAsync(filter, cancellationToken), log);

    /// <summary>Hides a run and offers Undo.</summary>
    /// <param name="run">The run.</param>
    /// <param name="changed">Called after the deletion and after its undoing.</param>
    public async Task DeleteAsync(RunRecord run, Func<Task> changed)
    {
        string by = await user.NameAsync();
        await runs.DeleteAsync(run.Id, CancellationToken.None);
        await audit.AppendAsync(by, "run-deleted", run.Id, run.Title, CancellationToken.None);
        toasts.Say("Run deleted", $"{run.Title} on {run.Spec.Symbol}. It still counts as a try.", async () =>
        {
            await runs.RestoreAsync(run.Id, CancellationToken.None);
            await audit.AppendAsync(by, "run-restored", run.Id, run.Title, CancellationToken.None);
            await changed();
        });
        await changed();
    }

    private async Task<PageState> ReadAsync(ResultsFilter filter, CancellationToken cancellationToken)
    {
        MayRun = await user.MayRunAsync();
        Total = await runs.CountAsync(filter.Query, cancellationToken);
        Runs = await runs.ListAsync(filter.Query, cancellationToken);
        return Runs.Count > 0 ? new PageState.Ready()
            : new PageState.Empty(filter.Narrows ? "No run fits this filter." : "No run yet. The ledger counts every run from the first one, because each try makes luck more likely.");
    }
}
