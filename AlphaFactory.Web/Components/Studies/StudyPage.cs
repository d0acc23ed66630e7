using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>The page of one study: its progress while it computes, then what it found. The view stands in the address.</summary>
/// <typeparam name="TModel">What follows the study.</typeparam>
/// <typeparam name="TView">The outcome as the page draws it.</typeparam>
/// <typeparam name="TAddress">What the address says.</typeparam>
public abstract class StudyPage<TModel, TView, TAddress> : ComponentBase, IAsyncDisposable
    where TModel : StudyModel<TView>
    where TView : class
    where TAddress : class, IStudyAddress<TAddress>, IEquatable<TAddress>
{
    private AddressBar? _bar;
    private string? _shown;

    /// <summary>Id of the study.</summary>
    [Parameter]
    public required string Id { get; set; }

    /// <summary>What follows the study.</summary>
    [Inject]
    protected TModel Model { get; set; } = null!;

    /// <summary>Opens sets as backtests.</summary>
    [Inject]
    protected SetStarter Starter { get; set; } = null!;

    /// <summary>Leads to other pages.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>What the address says.</summary>
    protected TAddress Address { get; private set; } = TAddress.Read(null);

    /// <summary>False for those who may only look.</summary>
    protected bool MayRun { get; private set; }

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
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
        MayRun = await User.MayRunAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var address = TAddress.Read(new Uri(Navigation.Uri).Query);
        if (_shown != Id)
        {
            (_shown, Address) = (Id, address);
            await Model.OpenAsync(Id);
            await TakeOutcomeAsync();
        }
        else if (!address.Equals(Address))
        {
            await ShowAsync(address);
        }
    }

    /// <summary>Shows another view, and puts it in the address.</summary>
    protected async Task GoAsync(TAddress address)
    {
        await ShowAsync(address);
        await _bar!.ShowAsync(address.ToQuery());
    }

    /// <summary>Shows what an address says.</summary>
    protected virtual Task ShowAsync(TAddress address)
    {
        Address = address;
        return Task.CompletedTask;
    }

    /// <summary>Reads what else the page needs when the outcome has come.</summary>
    protected virtual Task OutcomeReadAsync() => Task.CompletedTask;

    /// <summary>Opens a chosen set as a backtest.</summary>
    protected async Task OpenAsync(RunSpec run)
    {
        if (await Starter.StartAsync([run], Model.Watch.Leaving) is [var started])
        {
            Navigation.NavigateTo(StudyLink.To(started));
        }
    }

    private void Follow() => _ = InvokeAsync(async () =>
    {
        await TakeOutcomeAsync();
        StateHasChanged();
    });

    private async Task TakeOutcomeAsync()
    {
        if (await Model.ReadOutcomeAsync())
        {
            await OutcomeReadAsync();
        }
    }
}
