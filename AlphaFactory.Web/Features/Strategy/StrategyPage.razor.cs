using AlphaFactory.Web.Components.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Features.Strategy;

/// <summary>A strategy with its values, what they do to a chart, and what is known of it. The address carries all of it.</summary>
public sealed partial class StrategyPage : IAsyncDisposable
{
    /// <summary>Pause after the last key before the chart follows.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly IReadOnlyList<Crumb> s_above = [new("Strategies", "strategies")];

    private readonly CancellationTokenSource _leaving = new();
    private readonly StrategyChecks _checks = new();
    private AddressBar? _bar;
    private string? _opened;
    private int _changes;
    private bool _waiting;

    /// <summary>Id of the strategy.</summary>
    [Parameter]
    public required string Id { get; set; }

    [Inject]
    private StrategyModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        _checks.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();
        if (_bar is not null)
        {
            await _bar.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _bar = new AddressBar(Script, Assets);
        _checks.Changed += () => _ = InvokeAsync(StateHasChanged);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // A link to another preset of the same strategy comes here, too; the address we wrote ourselves does not.
        if (_opened != Navigation.Uri)
        {
            _opened = Navigation.Uri;
            await OpenAsync();
        }
    }

    /// <inheritdoc/>
    protected override Task OnRunsChangedAsync() => Model.ReadRunsAsync(_leaving.Token);

    private Task OpenAsync() => Model.OpenAsync(Id, new Uri(Navigation.Uri).Query, _leaving.Token);

    private Task SetParametersAsync(IReadOnlyDictionary<string, string> values)
    {
        Model.SetParameters(values);
        return FollowAsync();
    }

    private async Task GoAsync(StrategyAddress address)
    {
        bool same = address with { Range = Model.Address.Range } == Model.Address;
        Model.Go(address);
        await (same ? ShowAsync() : FollowAsync());
    }

    /// <summary>Waits until the person pauses, then computes the signals and writes the address.</summary>
    private async Task FollowAsync()
    {
        int change = ++_changes;
        _waiting = true;
        try
        {
            await Task.Delay(Pause, Clock, _leaving.Token);
            if (change != _changes)
            {
                return;
            }

            await Model.PreviewAsync(_leaving.Token);
            await ShowAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was closed meanwhile.
        }
        finally
        {
            _waiting = _waiting && change != _changes;
        }
    }

    private Task ShowAsync() => _bar!.ShowAsync(Model.Address.ToQuery());
}
