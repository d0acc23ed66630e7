using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Results;

/// <summary>All runs, filtered by what stands in the address.</summary>
public sealed partial class ResultsPage
{
    private static readonly (ResultsView View, RunState? State, string Words)[] Lists =
    [
        (ResultsView.Current, null, "All"), (ResultsView.Current, RunState.Done, "Done"), (ResultsView.Current, RunState.Running, "Running"), (ResultsView.Current, RunState.Queued, "Queued"),
        (ResultsView.Current, RunState.Failed, "Failed"), (ResultsView.Current, RunState.Cancelled, "Cancelled"), (ResultsView.Archived, null, "Archived"), (ResultsView.Deleted, null, "Deleted"),
    ];

    private static readonly SortOrder Newest = new(RunSort.Created, true);

    private ResultsFilter? _shown;

    /// <summary>The list: archived or deleted; absent is the usual one.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewQuery { get; set; }

    /// <summary>State, lower case.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? StateQuery { get; set; }

    /// <summary>Kind of run: backtest, sweep, walk-forward or cross-validation.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindQuery { get; set; }

    /// <summary>Id of a strategy.</summary>
    [SupplyParameterFromQuery(Name = "strategy")]
    public string? StrategyQuery { get; set; }

    /// <summary>A tag.</summary>
    [SupplyParameterFromQuery(Name = "tag")]
    public string? TagQuery { get; set; }

    /// <summary>Part of a title, symbol, tag or note.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? TextQuery { get; set; }

    /// <summary>The order, a minus before the largest or newest first.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortQuery { get; set; }

    /// <summary>Rows passed over.</summary>
    [SupplyParameterFromQuery(Name = "skip")]
    public int? SkipQuery { get; set; }

    [Inject]
    private ResultsModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private ResultsFilter Filter => ResultsFilter.Parse(ViewQuery, StateQuery, StrategyQuery, TagQuery, TextQuery, SortQuery, SkipQuery, KindQuery);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Filter)
        {
            _shown = Filter;
            Model.Selection.Clear();
            await LoadAsync();
        }
    }

    /// <inheritdoc />
    protected override Task OnRunsChangedAsync() => LoadAsync();

    private static string? Text(ChangeEventArgs change) => change.Value as string is { Length: > 0 } text ? text : null;

    private Task LoadAsync() => Model.LoadAsync(Filter, CancellationToken.None);

    private void Show(ResultsFilter filter) => Navigation.NavigateTo(filter.ToHref());

    private Task ReloadAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });
}
