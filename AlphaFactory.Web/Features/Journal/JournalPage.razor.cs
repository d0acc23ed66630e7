using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Journal;

/// <summary>What happened, filtered by what stands in the address, and the notes of people.</summary>
public sealed partial class JournalPage
{
    private JournalFilter? _shown;
    private NoteDraft? _draft;
    private IReadOnlyList<string> _faults = [];

    /// <summary>Id of a deployment.</summary>
    [SupplyParameterFromQuery(Name = "deployment")]
    public string? DeploymentQuery { get; set; }

    /// <summary>Kind of entry, lower case.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindQuery { get; set; }

    /// <summary>A trading day.</summary>
    [SupplyParameterFromQuery(Name = "day")]
    public string? DayQuery { get; set; }

    /// <summary>Part of an entry or a tag.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? TextQuery { get; set; }

    /// <summary>Rows passed over.</summary>
    [SupplyParameterFromQuery(Name = "skip")]
    public int? SkipQuery { get; set; }

    /// <summary>A trade that a note is to be written on.</summary>
    [SupplyParameterFromQuery(Name = "trade")]
    public string? TradeQuery { get; set; }

    [Inject]
    private JournalModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private JournalFilter Filter => JournalFilter.Parse(DeploymentQuery, KindQuery, DayQuery, TextQuery, SkipQuery);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Filter)
        {
            return;
        }

        _shown = Filter;
        await LoadAsync();
        if (TradeKey.Parse(TradeQuery) is not null && Model.MayWrite)
        {
            Write();
        }
    }

    private static string? Text(ChangeEventArgs change) => change.Value as string is { Length: > 0 } text ? text : null;

    private Task LoadAsync() => Model.LoadAsync(Filter, CancellationToken.None);

    private void Show(JournalFilter filter) => Navigation.NavigateTo(filter.ToHref());

    private void Write()
    {
        if (Model.MayWrite)
        {
            Open(new NoteDraft { Day = Filter.Day ?? TradingCalendar.Nyse.DayAt(Clock.GetUtcNow()), Deployment = Filter.Deployment ?? "", Trade = TradeKey.Parse(TradeQuery)?.ToString() });
        }
    }

    private void Change(TradingNote note) => Open(NoteDraft.Of(note));

    private void Open(NoteDraft draft) => (_draft, _faults) = (draft, []);

    private async Task SaveAsync(NoteDraft draft)
    {
        _faults = await Model.SaveAsync(draft, CancellationToken.None);
        _draft = _faults.Count > 0 ? draft : null;
    }

    private Task ReloadAsync() => InvokeAsync(StateHasChanged);
}
