using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Components.Tables;
using AlphaFactory.Web.Components.Values;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>The table of runs that Home and Results share.</summary>
public sealed partial class RunTable
{
    private WhiskerScale? _scale;

    /// <summary>The rows, in order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RunRecord> Runs { get; set; }

    /// <summary>What the table holds, for screen readers.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>False where the head of the section wears the badge already.</summary>
    [Parameter]
    public bool ShowSynthetic { get; set; } = true;

    /// <summary>How the rows are sorted; null leaves the heads as words.</summary>
    [Parameter]
    public SortOrder? Sort { get; set; }

    /// <summary>Told the order a head asks for.</summary>
    [Parameter]
    public EventCallback<SortOrder> OnSort { get; set; }

    /// <summary>The ticked runs; null shows no boxes.</summary>
    [Parameter]
    public RunSelection? Selection { get; set; }

    /// <summary>Told that <see cref="Selection"/> changed.</summary>
    [Parameter]
    public EventCallback OnSelect { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet() => _scale = WhiskerScale.Shared(
        Runs.Where(run => run.Intervals.ContainsKey("sharpe")).Select(run => (run.Intervals["sharpe"].Low, run.Intervals["sharpe"].High)), reference: 0);

    private Task SelectAsync(IReadOnlyList<RunRecord> runs)
    {
        Selection!.Toggle(runs);
        return OnSelect.InvokeAsync();
    }

    private static double? Metric(RunRecord run, string id) => run.Metrics.GetValueOrDefault(id);

    private static string Missing(RunRecord run) => run.Kind != RunKind.Backtest ? "a study has many results; its page shows them" : run.State == RunState.Done ? "not defined for this run; the result says why" : RunWords.State(run.State);

    private static string Words(RunRecord run) => run.VerdictOutcome is { } outcome ? RunWords.Verdict(outcome) : RunWords.State(run.State);

    private static MarkKind? KindOf(RunRecord run) => run.VerdictOutcome is { } outcome ? Mark.Of(outcome)
        : run.State switch { RunState.Failed => MarkKind.Fail, RunState.Cancelled => MarkKind.Info, _ => null };
}
