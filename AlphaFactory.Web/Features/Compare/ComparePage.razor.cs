using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.Values;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Compare;

/// <summary>Two to eight runs overlaid, their figures side by side with noise called noise, what they were asked differently, how alike they move.</summary>
public sealed partial class ComparePage : IAsyncDisposable
{
    private static readonly IReadOnlyList<(CompareView, string)> s_views = [(CompareView.Equity, "Equity"), (CompareView.Drawdown, "Drawdown"), (CompareView.Difference, "Difference")];

    private CompareAddress _address = new();
    private IReadOnlyList<string>? _shown;
    private IReadOnlyList<FigureRow> _rows = [];
    private AddressBar? _bar;
    private ElementReference _add;
    private bool _picking, _taken;

    /// <summary>Ids of the runs, joined by commas.</summary>
    [SupplyParameterFromQuery(Name = "runs")]
    public string? RunsQuery { get; set; }

    [Inject]
    private CompareModel Model { get; set; } = null!;

    [Inject]
    private StatisticRegistry Statistics { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Microsoft.JSInterop.IJSRuntime Script { get; set; } = null!;

    private IReadOnlyList<BacktestResult> Results => [.. Model.Comparison!.Runs.Select(run => run.Result)];

    private bool IsFull => Model.Runs.Count >= RunComparison.Most;

    private double Capital => Model.Comparison!.Runs[0].Result.Spec.InitialCapital;

    private string Title => Model.Runs.Count < 2 ? "Compare"
        : Model.Runs.Select(run => run.Spec.Symbol).Distinct().ToArray() is [var only] ? $"{Model.Runs.Count} runs on {only}" : $"{Model.Runs.Count} runs";

    private IEnumerable<string> Facts => Model.Comparison is not { Figures.Count: > 0 } comparison ? ["equity, figures and settings of runs side by side"]
        : [SharedDays, comparison.Settings.Single(setting => setting.Key == "data_hash").IsSame ? "same bars" : "different bars"];

    private string SharedDays => Model.Comparison is { Days: { Days.Length: > 0 } days }
        ? $"{FigureText.Count(days.Days.Length)} {(days.IsWhole.All(whole => whole) ? "days" : "shared days")}, {FigureText.Date(days.From)} to {FigureText.Date(days.To)}" : "";

    private CompareChartOptions ChartOptions => new()
    {
        Columns = $"charts/compare?runs={string.Join(',', Model.Runs.Select(run => run.Id))}&v={string.Join('-', Model.Comparison!.Runs.Select(run => run.Result.Fingerprint[..8]))}",
        Names = string.Join('\n', Model.Runs.Select((run, place) => $"{ComparisonAnswer.Letter(place)}  {run.Title}")),
        First = Model.Comparison.Days.Days[0],
        Last = Model.Comparison.Days.Days[^1],
        Range = _address.Range,
        View = _address.View.ToString().ToLowerInvariant(),
        Log = !_address.Linear,
    };

    private string ChartLabel => $"{_address.View} of {Model.Runs.Count} runs: "
        + string.Join(", ", Model.Runs.Select((run, place) => $"{ComparisonAnswer.Letter(place)} {run.Title} {FigureText.Percent(SharedReturn(place), 1, plus: true)}")) + ". The figures stand in the table below.";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_bar is not null)
        {
            await _bar.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _bar = new AddressBar(Script, Assets);
        base.OnInitialized();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_taken)
        {
            // The button that was pressed is gone with its run; the keyboard goes on from the next one that stays.
            _taken = false;
            await _add.FocusAsync(preventScroll: true);
        }
    }

    /// <summary>A run that was still computing may have come to its end.</summary>
    protected override Task OnRunsChangedAsync() => Model.Runs.Count < _address.Runs.Count ? LoadAsync() : Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _address = CompareAddress.Read(new Uri(Navigation.Uri).Query);
        if (_shown is null || !_shown.SequenceEqual(_address.Runs))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _shown = _address.Runs;
        await Model.LoadAsync(_address, CancellationToken.None);
        _rows = Model.Comparison is { } comparison ? FigureRow.Of(comparison, Statistics) : [];
    }

    private double? SharedReturn(int place) => Model.Comparison is { Days: { Days.Length: > 0 } days } && days.Start[place] > 0 ? (days.Equity[place][^1] / days.Start[place]) - 1 : null;

    private async Task GoAsync(CompareAddress address)
    {
        _address = address;
        await _bar!.ShowAsync(address.ToQuery());
    }

    /// <summary>Shows a kept comparison; the same runs drawn otherwise need not be read again.</summary>
    private async Task ApplyAsync(string query)
    {
        var kept = CompareAddress.Read(query);
        if (kept.Runs.SequenceEqual(_address.Runs))
        {
            await GoAsync(kept);
        }
        else
        {
            Navigation.NavigateTo(kept.ToHref());
        }
    }

    private void With(string id)
    {
        _picking = false;
        Navigation.NavigateTo((_address with { Runs = [.. Model.Runs.Select(run => run.Id), id] }).ToHref());
    }

    private void Without(string id)
    {
        _taken = true;
        Navigation.NavigateTo((_address with { Runs = [.. Model.Runs.Select(run => run.Id).Where(run => run != id)] }).ToHref());
    }
}
