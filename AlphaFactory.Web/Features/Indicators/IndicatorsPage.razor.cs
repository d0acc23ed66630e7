using AlphaFactory.Core.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Features.Indicators;

/// <summary>Any stored series with any indicators, and what all of them say.</summary>
public sealed partial class IndicatorsPage : IAsyncDisposable
{
    private AddressBar? _bar;
    private IndicatorChartOptions? _chart;
    private IndicatorLayout? _layout;
    private IndicatorSetting? _edited;
    private string? _query;

    [Inject]
    private IndicatorsModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_bar is not null)
        {
            await _bar.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _bar = new AddressBar(Script, Assets);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        string query = new Uri(Navigation.Uri).Query;
        if (query == _query)
        {
            return Task.CompletedTask;
        }

        _query = query;
        return LoadAsync(IndicatorsAddress.Read(query));
    }

    private static string Label(SeriesFound series) =>
        $"{series.Coverage.Key.Symbol}, {SeriesWords(series)}, with the indicators listed beside it. Arrow keys move the crosshair; the button Table shows the same as a table.";

    private static string SeriesWords(SeriesFound series) => $"{Components.Runs.SpecWords.Interval(series.Coverage.Key.Interval)} bars to {Components.Values.FigureText.Date(series.Bars.DateAt(series.Bars.Count - 1))}";

    private ChartWindow Window(SeriesFound series)
    {
        var (from, to) = ChartRange.Of(Model.Address.RangeShown, series.Bars.Times[0], series.Bars.Times[^1]);
        return new ChartWindow(from, to, ChartWindow.DefaultPoints);
    }

    private Task LoadAsync() => LoadAsync(Model.Address);

    private async Task LoadAsync(IndicatorsAddress address)
    {
        await Model.LoadAsync(address, CancellationToken.None);
        Draw();
    }

    /// <summary>Shows another view of the same series and says so in the address.</summary>
    private async Task GoAsync(IndicatorsAddress address)
    {
        if (address.Request != Model.Address.Request)
        {
            await LoadAsync(address);
        }
        else
        {
            Model.Show(address);
            Draw();
        }

        if (_edited is not null && !Model.Address.Shown.Contains(_edited))
        {
            _edited = null;
        }

        await _bar!.ShowAsync(Model.Address.ToQuery());
    }

    private Task PickAsync(SeriesKey key) => GoAsync(Model.Address with
    {
        Symbol = key.Symbol, Interval = key.Interval, Source = key.Source, Range = key.Interval == Model.Address.Interval ? Model.Address.Range : null,
    });

    private Task AddAsync(IndicatorSetting setting) => GoAsync(Model.With(setting));

    private async Task ShowOnChartAsync(IndicatorSetting setting)
    {
        await AddAsync(setting);
        await _bar!.RevealAsync("on-chart");
    }

    private async Task ChangeAsync(IndicatorSetting old, IndicatorSetting changed)
    {
        _edited = changed;
        await GoAsync(Model.Instead(old, changed));
    }

    private string PresetHref(string preset) => "indicators?" + Model.Address.With(preset).ToQuery();

    // Made anew only when the view changes: the chart compares it by reference.
    private void Draw()
    {
        if (Model.Series is not { } series)
        {
            (_chart, _layout) = (null, null);
            return;
        }

        var address = Model.Address;
        _layout = IndicatorLayout.Of(address.Shown);
        string[] parts =
        [
            $"symbol={Uri.EscapeDataString(series.Coverage.Key.Symbol)}", $"interval={series.Coverage.Key.Interval}", $"source={Uri.EscapeDataString(series.Coverage.Key.Source)}",
            $"adjustment={ChoiceText.Of(address.Adjustment)}", $"style={ChoiceText.Of(address.Style)}", $"show={string.Join(',', address.Shown.Select(setting => setting.Key))}",
        ];
        _chart = new IndicatorChartOptions
        {
            Data = "charts/indicators?" + string.Join('&', parts), Symbol = series.Coverage.Key.Symbol, First = series.Bars.Times[0], Last = series.Bars.Times[^1],
            Range = address.RangeShown, Log = address.Logarithmic, Ohlc = address.Style == ChartStyle.Ohlc, Volume = address.Volume,
            Lines = _layout.Lines, Panels = _layout.Panels, Passport = "indicator-passport",
        };
    }
}
