using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Components.Forms;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Indicators;

/// <summary>One series with the indicators of the address, and what every indicator says on its last bar.</summary>
public sealed class IndicatorsModel(IBarStore store, ISeriesReader reader, ILogger<IndicatorsModel> log)
{
    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>Everything stored, for the picker.</summary>
    public IReadOnlyList<SeriesCoverage> Stored { get; private set; } = [];

    /// <summary>The view shown; its symbol and source are those found.</summary>
    public IndicatorsAddress Address { get; private set; } = new();

    /// <summary>The bars; null until they are there.</summary>
    public SeriesFound? Series { get; private set; }

    /// <summary>Every indicator with its usual parameters on the last bar; null until it is computed.</summary>
    public ReadingSummary? Summary { get; private set; }

    /// <summary>What the indicators on the chart say, in the same order.</summary>
    public IReadOnlyList<IndicatorReading> OnChart { get; private set; } = [];

    /// <summary>Reads the series of an address and computes what it shows.</summary>
    public async Task LoadAsync(IndicatorsAddress address, CancellationToken cancellationToken) =>
        State = await StoreFault.GuardAsync(() => ReadAsync(address, cancellationToken), log);

    /// <summary>Shows another part or other indicators of the series there is.</summary>
    public void Show(IndicatorsAddress address)
    {
        bool same = Address.Shown.SequenceEqual(address.Shown);
        Address = address;
        if (!same && Series is { } series)
        {
            OnChart = [.. address.Shown.Select(setting => setting.Read(series.Bars))];
        }
    }

    /// <summary>Puts an indicator on the chart, or takes the one of that key off it.</summary>
    public IndicatorsAddress With(IndicatorSetting setting) =>
        Address.Shown.Contains(setting) ? Address : Address with { Shown = [.. Address.Shown, setting] };

    /// <summary>The view without one indicator.</summary>
    public IndicatorsAddress Without(IndicatorSetting setting) => Address with { Shown = [.. Address.Shown.Where(shown => shown != setting)] };

    /// <summary>The view with other parameters in the place of an indicator; the same ones twice become one.</summary>
    public IndicatorsAddress Instead(IndicatorSetting old, IndicatorSetting setting) =>
        Address with { Shown = [.. Address.Shown.Select(shown => shown == old ? setting : shown).Distinct()] };

    private async Task<PageState> ReadAsync(IndicatorsAddress address, CancellationToken cancellationToken)
    {
        Stored = SeriesSearch.Order(await store.ListAsync(cancellationToken));
        if (Stored.Count == 0)
        {
            return new PageState.Empty("There are no prices to look at yet.");
        }

        address = address.Symbol is null ? address with { Symbol = Stored[0].Key.Symbol, Interval = Stored[0].Key.Interval, Source = null } : address;
        switch (await reader.ReadAsync(address.Request!, cancellationToken))
        {
            case SeriesFound found:
                await ComputeAsync(found, address);
                return new PageState.Ready();
            case SeriesMissing missing:
                (Address, Series, Summary, OnChart) = (address, null, null, []);
                return new PageState.Failed($"{address.Symbol} cannot be shown", missing.Message);
            default:
                throw new InvalidOperationException("The store gave an answer of no known kind.");
        }
    }

    // Off the circuit's thread: a long intraday series takes a while.
    private async Task ComputeAsync(SeriesFound found, IndicatorsAddress address)
    {
        var (summary, shown) = await Task.Run(() => (Summarise(found.Bars), address.Shown.Select(setting => setting.Read(found.Bars)).ToList()));
        (Address, Series, Summary, OnChart) = (address, found, summary, shown);
    }

    private static ReadingSummary Summarise(BarSeries bars) =>
        new([.. IndicatorSetting.Usual(IndicatorRegistry.Shipped()).Where(setting => !setting.Indicator.About.IsWorking).Select(setting => setting.Read(bars))]);
}
