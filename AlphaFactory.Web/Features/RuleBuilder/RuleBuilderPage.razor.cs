using AlphaFactory.Core.Rules;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.Overlays;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Features.RuleBuilder;

/// <summary>Rules as a form and as text, both live, with their signals on a chart below.</summary>
public sealed partial class RuleBuilderPage : IAsyncDisposable
{
    /// <summary>Pause after the last key before the chart follows.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _leaving = new();
    private AddressBar? _bar;
    private IJSObjectReference? _selection;
    private string? _opened;
    private int _changes;
    private bool _waiting, _saving;

    /// <summary>Id of a saved strategy; null begins a new one.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private RuleBuilderModel Model { get; set; } = null!;

    [Inject]
    private Confirmations Confirmations { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private string? SaveHint => !Model.Draft.IsReadable ? "The text has a fault; see there."
        : Model.Opened is null && Model.Name.Trim().Length == 0 ? "Give it a name first, at the right."
        : Model.Opened is { IsCurrent: true } && !Model.IsChanged ? "Nothing was changed."
        : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        try
        {
            if (_selection is not null)
            {
                await _selection.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }

        if (_bar is not null)
        {
            await _bar.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _bar = new AddressBar(Script, Assets);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // A link to another version comes here, too; the address we wrote ourselves does not.
        if (_opened != Navigation.Uri)
        {
            _opened = Navigation.Uri;
            await OpenAsync();
        }
    }

    private Task OpenAsync() => Model.OpenAsync(Id, new Uri(Navigation.Uri).Query, _leaving.Token);

    private Task TypeAsync(string text)
    {
        Model.Type(text);
        return FollowAsync();
    }

    private Task ChangeAsync(RuleSet rules)
    {
        Model.Change(rules);
        return FollowAsync();
    }

    private string? CheckSettings(Sequence<RuleSetting> settings)
    {
        Model.Draft.WithRules(Model.Draft.Rules with { Settings = settings }, out string? fault);
        return fault;
    }

    private Task BackAsync()
    {
        Model.GoBack();
        return FollowAsync();
    }

    private Task StartAsync(string text)
    {
        Model.Start(text);
        return FollowAsync();
    }

    private async Task GoAsync(BuilderAddress address)
    {
        bool same = address with { Range = Model.Address.Range } == Model.Address;
        Model.Go(address);
        await (same ? ShowAsync() : FollowAsync());
    }

    private async Task SaveAsync()
    {
        if (_saving || SaveHint is not null)
        {
            return;
        }

        _saving = true;
        try
        {
            if (await Model.SaveAsync() is { } strategy)
            {
                Leave($"rules/{strategy.Id}?{Model.Address.ToQuery()}");
            }
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task RestoreAsync(SavedStrategy version)
    {
        await Model.RestoreAsync(version);
        await FollowAsync();
    }

    private async Task DeleteAsync()
    {
        await Model.DeleteAsync();
        Leave("rules");
    }

    private void Leave(string address)
    {
        _opened = Navigation.ToAbsoluteUri(address).ToString();
        Navigation.NavigateTo(address);
    }

    private async Task SelectFaultAsync(RuleFault fault)
    {
        _selection ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/select.js"]}");
        await _selection.InvokeVoidAsync("select", "rules-text", fault.Start, fault.Length);
    }

    private async Task AskAsync(LocationChangingContext change)
    {
        if (!Model.IsChanged || new Uri(Navigation.ToAbsoluteUri(change.TargetLocation).ToString()).AbsolutePath == new Uri(Navigation.Uri).AbsolutePath)
        {
            return;
        }

        bool leave = await Confirmations.AskAsync(new Question("Leave without saving?", "The rules were changed and no version holds them. They stay in the address of this page, where the browser's way back finds them.", "Leave", "Stay"));
        if (!leave)
        {
            change.PreventNavigation();
        }
    }

    /// <summary>Waits until the person pauses, then computes the signals and writes the address.</summary>
    private async Task FollowAsync()
    {
        int change = ++_changes;
        _waiting = true;
        try
        {
            await Task.Delay(Pause, Clock, _leaving.Token);
            if (change == _changes)
            {
                await Model.PreviewAsync(_leaving.Token);
                await ShowAsync();
            }
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
