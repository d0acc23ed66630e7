using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Jobs;

/// <summary>The queue, live. The job of the side panel stands in the address.</summary>
public sealed partial class JobsPage
{
    private string? _shown;

    /// <summary>Id of the job in the side panel.</summary>
    [SupplyParameterFromQuery(Name = "job")]
    public string? Job { get; set; }

    [Inject]
    private JobsModel Model { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await Model.LoadAsync(Job, CancellationToken.None);
        _shown = Job;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Job)
        {
            _shown = Job;
            await Model.SelectAsync(Job, CancellationToken.None);
        }
    }

    /// <inheritdoc />
    protected override Task OnRunsChangedAsync() => Model.LoadAsync(Job, CancellationToken.None);

    private IEnumerable<(string Title, IReadOnlyList<ActiveRun> Rows)> Groups()
    {
        IReadOnlyList<ActiveRun> active = Activity.Runs;
        (string, IReadOnlyList<ActiveRun>)[] groups =
        [
            ("Running", [.. active.Where(run => run.Run.State == RunState.Running)]),
            ("Queued", [.. active.Where(run => run.Run.State == RunState.Queued)]),
            ("Finished", [.. Model.Ended.Select(run => new ActiveRun(run, null, null))]),
        ];
        return groups.Where(group => group.Item2.Count > 0);
    }

    private int? PlaceOf(ActiveRun row) => row.Run.State != RunState.Queued ? null
        : Activity.Runs.Where(run => run.Run.State == RunState.Queued).TakeWhile(run => run.Run.Id != row.Run.Id).Count() + 1;

    private RunRecord LiveOf(RunRecord run) => Activity.Runs.FirstOrDefault(active => active.Run.Id == run.Id)?.Run ?? run;

    private Task CancelAsync(RunRecord run) => Model.CancelAsync(run);

    private Task RetryAsync(RunRecord run) => Model.RetryAsync(run);
}
