using AlphaFactory.Engine.Runs;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Results;

/// <summary>All runs, filtered by what stands in the address.</summary>
public sealed partial class ResultsPage
{
    private static readonly (RunState? State, string Words)[] States =
        [(null, "All"), (RunState.Done, "Done"), (RunState.Running, "Running"), (RunState.Queued, "Queued"), (RunState.Failed, "Failed"), (RunState.Cancelled, "Cancelled")];

    private ResultsFilter? _shown;

    /// <summary>State, lower case.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? StateQuery { get; set; }

    /// <summary>Id of a strategy.</summary>
    [SupplyParameterFromQuery(Name = "strategy")]
    public string? StrategyQuery { get; set; }

    /// <summary>Part of a title or symbol.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? TextQuery { get; set; }

    /// <summary>Rows passed over.</summary>
    [SupplyParameterFromQuery(Name = "skip")]
    public int? SkipQuery { get; set; }

    [Inject]
    private ResultsModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private ResultsFilter Filter => ResultsFilter.Parse(StateQuery, StrategyQuery, TextQuery, SkipQuery);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Filter)
        {
            _shown = Filter;
            await LoadAsync();
        }
    }

    /// <inheritdoc />
    protected override Task OnRunsChangedAsync() => LoadAsync();

    private static string? Text(ChangeEventArgs change) => change.Value as string is { Length: > 0 } text ? text : null;

    private Task LoadAsync() => Model.LoadAsync(Filter, CancellationToken.None);

    private void Show(ResultsFilter filter) => Navigation.NavigateTo(filter.ToHref());

    private async Task DeleteAsync(RunRecord run)
    {
        if (Model.MayRun)
        {
            await Model.DeleteAsync(run, () => InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            }));
        }
    }
}
