using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Components.Values;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Jobs;

/// <summary>One job of the list.</summary>
public sealed partial class JobRow
{
    /// <summary>The job.</summary>
    [Parameter, EditorRequired]
    public required ActiveRun Job { get; set; }

    /// <summary>True when the side panel shows it.</summary>
    [Parameter]
    public bool Selected { get; set; }

    /// <summary>Place in the queue, from 1.</summary>
    [Parameter]
    public int? Place { get; set; }

    /// <summary>False for a viewer.</summary>
    [Parameter]
    public bool MayRun { get; set; }

    /// <summary>Asked to stop it.</summary>
    [Parameter]
    public EventCallback<RunRecord> OnCancel { get; set; }

    /// <summary>Asked to run it again.</summary>
    [Parameter]
    public EventCallback<RunRecord> OnRetry { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private static TimeSpan? Took(RunRecord run) => run is { StartedAt: { } start, FinishedAt: { } end } ? end - start : null;

    private static string Sub(RunRecord run) => run switch
    {
        { State: RunState.Failed, Error: { } error } => error,
        { State: RunState.Done } => $"{run.Spec.Symbol}, {FigureText.Count(run.Done)} {StudyWords.Units(run.Kind)}",
        _ => $"{run.Spec.Symbol}, {RunWords.Period(run.Spec)}",
    };

    private static string? Words(RunRecord run) => run.State switch
    {
        RunState.Failed => "Failed",
        RunState.Cancelled => "Cancelled",
        _ when run.CancelRequested => "Stopping",
        _ => Steps(run),
    };

    private static string? Share(RunRecord run) => run.State == RunState.Running && !run.CancelRequested
        ? run.Total > 0 ? FigureText.Percent((double)run.Done / run.Total, 0) : null
        : run.Total > 0 ? Steps(run) : null;

    private static string Steps(RunRecord run) => run.Total > 0 ? $"{FigureText.Count(run.Done)} of {FigureText.Count(run.Total)}" : "starting";

    private static ProgressTone Tone(RunRecord run, bool silent) => run.State switch
    {
        RunState.Failed => ProgressTone.Failed,
        RunState.Cancelled => ProgressTone.Stopped,
        _ => silent ? ProgressTone.Silent : ProgressTone.Running,
    };
}
