using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Drafts;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.States;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Features.Deploy;

/// <summary>Everything a simulated deployment needs, on one page whose address carries all of it.</summary>
public sealed partial class DeployPage : IAsyncDisposable
{
    private static readonly IReadOnlyList<Crumb> s_above = [new("Live", "live")];

    private PageState _state = new PageState.Loading();
    private AddressBar? _bar;
    private bool _starting;

    [Inject]
    private DeployModel Model { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private DraftForm Form => Model.Form;

    // What is wrong with the whole of it stands above in its own words.
    private IReadOnlyList<string> Wanting => [.. Form.Check.Fields.Where(key => key != DraftCheck.Whole).Select(DraftCheck.NameOf)];

    private string? Off => Frame.Kill.IsKilled ? "The kill switch is thrown: nothing can start. Take it back above." : null;

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
    protected override async Task OnInitializedAsync()
    {
        _bar = new AddressBar(Script, Assets);
        await Model.OpenAsync(new Uri(Navigation.Uri).Query, Leaving);
        _state = new PageState.Ready();
    }

    private Task SetAsync((string Key, string Text) change)
    {
        Form.Set(change.Key, change.Text);
        return ShowAsync();
    }

    private Task SetParametersAsync(IReadOnlyDictionary<string, string> parameters)
    {
        Form.SetParameters(parameters);
        return ShowAsync();
    }

    private Task SetSizingAsync(IReadOnlyDictionary<string, string> parameters)
    {
        Form.SetSizing(parameters);
        return ShowAsync();
    }

    private Task PickAsync(SeriesKey series)
    {
        Form.Pick(series);
        return ShowAsync();
    }

    private Task TakeAsync(DeployDraft draft)
    {
        Model.Take(draft);
        return ShowAsync();
    }

    private Task ShowAsync() => _bar!.ShowAsync(Model.ToQuery());

    private async Task StartAsync()
    {
        if (_starting || Off is not null)
        {
            return;
        }

        _starting = true;
        try
        {
            if (await Model.StartAsync(await User.NameAsync(), CancellationToken.None) is { } address)
            {
                Navigation.NavigateTo(address);
            }
            else if (Form.Check.Fields.FirstOrDefault(key => key.Length > 0) is { } first)
            {
                await _bar!.RevealAsync("field-" + first.Replace('.', '-'));
            }
        }
        finally
        {
            _starting = false;
        }
    }
}
