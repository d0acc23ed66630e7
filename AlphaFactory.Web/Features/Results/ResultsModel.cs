using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Results;

/// <summary>The runs of a filter, and which of them are ticked.</summary>
public sealed class ResultsModel(IRunStore runs, IStrategyCatalog strategies, RunEdits edits, CurrentUser user, ILogger<ResultsModel> log)
{
    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<RunRecord> Runs { get; private set; } = [];

    /// <summary>Rows passed over: those the filter says, or fewer where the list ends before them.</summary>
    public int Skip { get; private set; }

    /// <summary>Rows of all pages of this filter.</summary>
    public int Total { get; private set; }

    /// <summary>The tags in use.</summary>
    public IReadOnlyList<RunTagCount> Tags { get; private set; } = [];

    /// <summary>The ticked runs.</summary>
    public RunSelection Selection { get; } = new();

    /// <summary>What ticked runs can be put through.</summary>
    public RunEdits Edits => edits;

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayRun { get; private set; }

    /// <summary>The strategies one can filter by.</summary>
    public IReadOnlyList<StrategyEntry> Strategies => strategies.All;

    /// <summary>Reads the rows.</summary>
    public async Task LoadAsync(ResultsFilter filter, CancellationToken cancellationToken) => State = await StoreFault.GuardAsync(() => ReadAsync(filter, cancellationToken), log);

    private async Task<PageState> ReadAsync(ResultsFilter filter, CancellationToken cancellationToken)
    {
        MayRun = await user.MayRunAsync();
        Tags = await runs.TagsAsync(cancellationToken);
        Total = await runs.CountAsync(filter.Query, cancellationToken);
        // The last rows of the last page may just have been archived, and a kept link may be older than a deletion.
        Skip = filter.Skip < Total ? filter.Skip : Math.Max(0, (Total - 1) / ResultsFilter.PageSize * ResultsFilter.PageSize);
        Runs = await runs.ListAsync((filter with { Skip = Skip }).Query, cancellationToken);
        return Runs.Count > 0 ? new PageState.Ready() : new PageState.Empty(Nothing(filter));
    }

    private static string Nothing(ResultsFilter filter) => filter switch
    {
        { Narrows: true } => "No run fits this filter.",
        { View: ResultsView.Archived } => "Nothing is archived. Tick runs in the list to put them aside; they still count as tries.",
        { View: ResultsView.Deleted } => "Nothing was deleted.",
        _ => "No run yet. The ledger counts every run from the first one, because each try makes luck more likely.",
    };
}
