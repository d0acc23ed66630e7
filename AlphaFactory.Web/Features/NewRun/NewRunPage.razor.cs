using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Drafts;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.States;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Features.NewRun;

/// <summary>Everything a backtest needs, on one page whose address carries all of it.</summary>
public sealed partial class NewRunPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private NewRunModel? _model;
    private AddressBar? _bar;
    private PageState _state = new PageState.Loading();
    private bool _starting;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private StrategyCatalog Strategies { get; set; } = null!;

    [Inject]
    private RunSpecValidator Validator { get; set; } = null!;

    [Inject]
    private IBarStore Bars { get; set; } = null!;

    [Inject]
    private IRunStore Runs { get; set; } = null!;

    [Inject]
    private IJobs Jobs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private NewRunModel Model => _model ??= new NewRunModel(Strategies, Validator, Bars, Runs, Jobs);

    private DraftForm Form => Model.Form;

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        if (_bar is not null)
        {
            await _bar.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _bar = new AddressBar(Script, Assets);
        await Model.OpenAsync(new Uri(Navigation.Uri).Query, _leaving.Token);
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

    private Task SetRiskRuleAsync((string Rule, bool On) change)
    {
        Form.SetRiskRule(change.Rule, change.On);
        return ShowAsync();
    }

    private Task SetRiskAsync((string Rule, IReadOnlyDictionary<string, string> Values) change)
    {
        Form.SetRisk(change.Rule, change.Values);
        return ShowAsync();
    }

    private Task PickAsync(SeriesKey series)
    {
        Form.Pick(series);
        return ShowAsync();
    }

    private Task ShowAsync() => _bar!.ShowAsync(Form.Draft.ToQuery());

    private async Task StartAsync()
    {
        if (_starting)
        {
            return;
        }

        _starting = true;
        try
        {
            if (await Model.StartAsync(await User.NameAsync(), _leaving.Token) is { } id)
            {
                Navigation.NavigateTo($"results/{id}");
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
