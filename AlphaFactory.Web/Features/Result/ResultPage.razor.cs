using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Studies;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Result;

/// <summary>One run: its progress while it runs, its result when it is done.</summary>
public sealed partial class ResultPage : IAsyncDisposable
{
    private static readonly IReadOnlyList<Crumb> Above = [new("Results", "results")];

    private ResultPageModel? _model;
    private ResultAddress _address = new();
    private RunView? _view;
    private AddressBar? _bar;
    private IReadOnlyList<RunTagCount> _tags = [];
    private bool _renaming, _marking, _mayRun;

    [Parameter]
    public required string Id { get; set; }

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private IRunStore Runs { get; set; } = null!;

    [Inject]
    private IJobs Jobs { get; set; } = null!;

    [Inject]
    private IProgressBus Bus { get; set; } = null!;

    [Inject]
    private IStrategyCatalog Strategies { get; set; } = null!;

    [Inject]
    private StatisticRegistry Statistics { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private RunEdits Edits { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private Microsoft.JSInterop.IJSRuntime Script { get; set; } = null!;

    private ResultPageModel Model => _model ??= new ResultPageModel(Runs, Jobs, Bus, Clock);

    public async ValueTask DisposeAsync()
    {
        _model?.Dispose();
        if (_bar is not null)
        {
            await _bar.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _bar = new AddressBar(Script, Assets);
        Model.Changed += () => _ = InvokeAsync(Refresh);
        _mayRun = await User.MayRunAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        _address = ResultAddress.Read(new Uri(Navigation.Uri).Query);
        await Model.OpenAsync(Id);

        // A study has a page of its own, whatever link led here.
        if (Model.Run is { Kind: not RunKind.Backtest } study)
        {
            Navigation.NavigateTo(StudyLink.To(study), replace: true);
        }
    }

    private void Refresh()
    {
        if (Model is { Run: { } run, Result: { } result } && (_view?.Run != run))
        {
            _view = new RunView(run, result, Headline.Of(result, Statistics));
        }
        else if (Model.Result is null)
        {
            _view = null;
        }

        StateHasChanged();
    }
}
