using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Features.Indicators;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlphaFactory.Tests.Web.Features.Indicators;

public sealed class IndicatorsModelTests
{
    private readonly MemoryBarStore _store = new();

    [Fact]
    public async Task An_empty_store_says_so()
    {
        var model = Model();
        await model.LoadAsync(new IndicatorsAddress(), CancellationToken.None);
        Assert.Contains("no prices", Assert.IsType<PageState.Empty>(model.State).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_symbol_the_first_series_is_shown_with_all_readings()
    {
        await StoreAsync("BETA", "ACME");
        var model = Model();
        await model.LoadAsync(new IndicatorsAddress(), CancellationToken.None);
        Assert.IsType<PageState.Ready>(model.State);
        Assert.Equal("ACME", model.Address.Symbol);
        Assert.Equal(3, model.OnChart.Count);
        var summary = model.Summary!;
        Assert.DoesNotContain(summary.Readings, reading => reading.Setting.Indicator.About.IsWorking);
        Assert.Equal(IndicatorRegistry.Shipped().All.Count(entry => !entry.About.IsWorking), summary.Readings.Select(reading => reading.Setting.Indicator.Id).Distinct().Count());
        Assert.Equal(summary.Up, summary.Groups(ReadingFilter.Up).Sum(group => group.Count()));
        Assert.All(summary.Groups(ReadingFilter.Down).SelectMany(group => group), reading => Assert.Equal(Lean.Down, reading.Reading!.Lean));
        Assert.Equal(Enum.GetValues<IndicatorGroup>().Length, summary.Groups(ReadingFilter.All).Count());
    }

    [Fact]
    public async Task An_unknown_symbol_is_told_with_those_that_look_like_it()
    {
        await StoreAsync("ACME");
        var model = Model();
        await model.LoadAsync(IndicatorsAddress.Read("?symbol=ACMF"), CancellationToken.None);
        var failed = Assert.IsType<PageState.Failed>(model.State);
        Assert.Contains("ACME", failed.Detail, StringComparison.Ordinal);
        Assert.Equal("ACMF", model.Address.Symbol);
        Assert.Null(model.Series);
    }

    [Fact]
    public async Task Indicators_are_added_changed_and_taken_away_once_each()
    {
        await StoreAsync("ACME");
        var model = Model();
        await model.LoadAsync(IndicatorsAddress.Read("?symbol=ACME&show=sma_20"), CancellationToken.None);
        IndicatorSetting sma = IndicatorSetting.Parse("sma_20"), rsi = IndicatorSetting.Parse("rsi_14"), other = IndicatorSetting.Parse("rsi_7");
        model.Show(model.With(rsi));
        model.Show(model.With(rsi));
        Assert.Equal([sma, rsi], model.Address.Shown);
        Assert.Equal([sma, rsi], model.OnChart.Select(reading => reading.Setting));
        model.Show(model.Instead(rsi, other));
        Assert.Equal([sma, other], model.Address.Shown);
        model.Show(model.Without(sma));
        Assert.Equal("symbol=ACME&show=rsi_7", model.Address.ToQuery());
    }

    [Fact]
    public async Task The_table_has_the_newest_bars_of_the_period_first()
    {
        await StoreAsync("ACME");
        var model = Model();
        await model.LoadAsync(IndicatorsAddress.Read("?symbol=ACME&show=sma_20"), CancellationToken.None);
        var bars = model.Series!.Bars;
        var table = BarTable.Of(bars, model.Address.Shown, new ChartWindow(bars.Times[10], bars.Times[50], 4000));
        Assert.Equal((41, 41), (table.Total, table.Rows.Count));
        Assert.Equal(bars.TimeAt(50), table.Rows[0].Time);
        Assert.Equal(new IndicatorPlan("sma_20").Compute(bars)[0][50], table.Rows[0].Values[0]);
        Assert.True(double.IsNaN(table.Rows[^1].Values[0]));
        Assert.Equal(BarTable.Most, BarTable.Of(bars, [], ChartWindow.Whole).Rows.Count);
    }

    private IndicatorsModel Model() => new(_store, new SeriesReader(_store), NullLogger<IndicatorsModel>.Instance);

    private async Task StoreAsync(params string[] symbols)
    {
        foreach (string symbol in symbols)
        {
            await _store.WriteAsync(StoredBars.Daily(symbol), StoredBars.Wave(600), null, CancellationToken.None);
        }
    }
}
