using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.Studies;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>One cross-validation: its progress while it computes, then what it found. The view stands in the address.</summary>
public sealed partial class CrossValidationPage : IAsyncDisposable
{
    private static readonly Crumb[] s_above = [new("Walk-forward", "walk-forward")];

    private WalkAddress _address = new();
    private AddressBar? _bar;
    private string? _shown;
    private bool _mayRun;

    /// <summary>Id of the study.</summary>
    [Parameter]
    public required string Id { get; set; }

    [Inject]
    private CrossValidationModel Model { get; set; } = null!;

    [Inject]
    private SetStarter Starter { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private StudyState? Study => Model.Watch.Study;

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
        _address = WalkAddress.Read(new Uri(Navigation.Uri).Query);
        if (_shown != Id)
        {
            _shown = Id;
            await Model.OpenAsync(Id);
            await Model.ReadOutcomeAsync();
        }
    }

    private void Follow() => _ = InvokeAsync(async () =>
    {
        await Model.ReadOutcomeAsync();
        StateHasChanged();
    });

    private async Task GoAsync(WalkAddress address)
    {
        _address = address;
        await _bar!.ShowAsync(address.ToQuery());
    }

    private async Task CancelAsync() => await Model.Watch.CancelAsync(await User.NameAsync());

    private async Task RetryAsync() => await Model.Watch.RetryAsync(await User.NameAsync());

    /// <summary>Opens a chosen set as a backtest of the whole period.</summary>
    private async Task OpenAsync(RunSpec run)
    {
        if (await Starter.StartAsync([run], Model.Watch.Leaving) is [var started])
        {
            Navigation.NavigateTo(StudyLink.To(started));
        }
    }
}
