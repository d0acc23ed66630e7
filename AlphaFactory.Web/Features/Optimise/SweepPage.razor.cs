using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.Studies;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>One sweep: its progress while it computes, then what it found. The view stands in the address.</summary>
public sealed partial class SweepPage : IAsyncDisposable
{
    private static readonly Crumb[] s_above = [new("Optimise", "optimise")];

    private SweepAddress _address = new();
    private SweepVerdict? _verdict;
    private AddressBar? _bar;
    private string? _shown;
    private bool _mayRun, _promoting, _opening;

    /// <summary>Id of the study.</summary>
    [Parameter]
    public required string Id { get; set; }

    /// <summary>Rows passed over: the pager's links change it, and the page follows.</summary>
    [SupplyParameterFromQuery(Name = "skip")]
    public int? SkipQuery { get; set; }

    [Inject]
    private SweepModel Model { get; set; } = null!;

    [Inject]
    private SetStarter Starter { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private StudyState? Study => Model.Watch.Study;

    private string? PromoteRefusal => !_mayRun ? CurrentUser.Refusal
        : Model.View is not { } view ? "Possible when the last set is done"
        : view.Result.Plateau is null ? "No set has neighbours that are good with it" : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Model.Watch.Changed -= Follow;
        Model.Dispose();
        if (_bar is not null)
        {
            await _bar.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _bar = new AddressBar(Script, Assets);
        Model.Watch.Changed += Follow;
        _mayRun = await User.MayRunAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var address = SweepAddress.Read(new Uri(Navigation.Uri).Query);
        if (_shown != Id)
        {
            (_shown, _address) = (Id, address);
            await Model.OpenAsync(Id);
            await TakeOutcomeAsync();
        }
        else if (address != _address)
        {
            await ShowAsync(address);
        }
    }

    private static string WalkHref(StudyState study) => StudyLink.Again(new WalkForwardStudy(new Engine.Optimization.WalkForward.WalkForwardDefinition { Sweep = study.Spec.Tried, Train = 504, Test = 126 }));

    private static MarkKind MarkOf(LuckOutcome outcome) => outcome switch { LuckOutcome.Clear => MarkKind.Pass, LuckOutcome.Luck => MarkKind.Fail, _ => MarkKind.Unsure };

    private void Follow() => _ = InvokeAsync(async () =>
    {
        await TakeOutcomeAsync();
        StateHasChanged();
    });

    private async Task TakeOutcomeAsync()
    {
        if (await Model.ReadOutcomeAsync())
        {
            _verdict = Model.View!.Verdict;
            await Model.ReadRowsAsync(_address);
        }
    }

    private async Task GoAsync(SweepAddress address)
    {
        await ShowAsync(address);
        await _bar!.ShowAsync(address.ToQuery());
    }

    private async Task ShowAsync(SweepAddress address)
    {
        bool others = (address.Sort, address.Filter, address.Skip) != (_address.Sort, _address.Filter, _address.Skip);
        _address = address;
        if (others && Model.View is not null)
        {
            await Model.ReadRowsAsync(address);
        }
    }

    private Task DragAsync(string told) => GoAsync(_address with { Filter = new SweepFilter(_address.Filter).Dragged(told, Model.View!.Axes).Text, Skip = 0 });

    private async Task CancelAsync() => await Model.Watch.CancelAsync(await User.NameAsync());

    private async Task RetryAsync() => await Model.Watch.RetryAsync(await User.NameAsync());

    private async Task OpenSetAsync(SweepRow row)
    {
        if (_opening)
        {
            return;
        }

        _opening = true;
        var runs = row.Set is { } set ? await Starter.StartAsync(Id, [set], Model.Watch.Leaving) : await Starter.StartAsync([SpecOf(row)], Model.Watch.Leaving);
        _opening = false;
        if (runs is [var run])
        {
            Navigation.NavigateTo(StudyLink.To(run));
        }
    }

    private async Task CompareAsync(IReadOnlyCollection<long> sets)
    {
        if (await Starter.StartAsync(Id, sets.Order(), Model.Watch.Leaving) is { } runs)
        {
            Navigation.NavigateTo("compare?runs=" + string.Join(',', runs.Select(run => run.Id)));
        }
    }

    // The default is the run itself; holding is another strategy, all in, with the run's costs.
    private RunSpec SpecOf(SweepRow row)
    {
        var run = Model.View!.Result.Sweep.Run;
        return ReferenceEquals(row, Model.View.Result.Default) ? run
            : run with { Strategy = "buy-and-hold", Rules = null, Parameters = new Dictionary<string, string>(), SizeFraction = 1, Exits = Core.Exits.ExitRules.None, Sizing = null, Risk = [] };
    }
}
