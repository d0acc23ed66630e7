using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Tests.Engine.Persistence;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Features.Screener;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlphaFactory.Tests.Web.Features.Screener;

public sealed class ScreenerModelTests() : OnDatabase(null)
{
    [Fact]
    public async Task Without_prices_the_page_says_how_to_begin()
    {
        using var model = Model();
        await model.LoadAsync(View("rsi_14 < 30"));
        Assert.Contains("A CSV file", Assert.IsType<PageState.Empty>(model.State).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hits_are_sorted_by_any_column_with_missing_values_last()
    {
        await FillAsync();
        using var model = Model();
        var view = View("close > 0", "close,sma_20");
        await model.LoadAsync(view);
        Assert.IsType<PageState.Ready>(model.State);
        Assert.Equal(["S0", "S1", "S2"], Symbols(model));
        var answer = model.Result;

        await model.LoadAsync(view with { Sort = new("sma_20", true) });
        Assert.Equal("S0", Symbols(model)[^1]);
        Assert.True(model.Rows[0].Values[1] > model.Rows[1].Values[1]);
        await model.LoadAsync(view with { Sort = new("sma_20", false) });
        Assert.Equal("S0", Symbols(model)[^1]);
        await model.LoadAsync(view with { Sort = new("symbol", true) });
        Assert.Equal(["S2", "S1", "S0"], Symbols(model));

        // Only the order changed: nothing was asked again.
        Assert.Same(answer, model.Result);
    }

    [Fact]
    public async Task No_hit_and_a_text_that_is_no_condition_are_told_apart()
    {
        await FillAsync();
        using var model = Model();
        await model.LoadAsync(View("sma_20 < 0"));
        Assert.Equal("None of the 3 series meets the condition; of 1 a missing value leaves it open.", Assert.IsType<PageState.Empty>(model.State).Why);
        await model.LoadAsync(View("nonsense"));
        Assert.Contains("cannot be read", Assert.IsType<PageState.Empty>(model.State).Why, StringComparison.Ordinal);
        Assert.Empty(model.Rows);
    }

    [Fact]
    public async Task Rows_stay_with_their_age_when_the_store_goes_away_and_come_back_with_it()
    {
        await FillAsync();
        var store = new FaultyBars(Host.Get<IBarStore>());
        using var model = Model(store);
        await model.LoadAsync(View("close > 0"));
        store.IsAway = true;
        await model.LoadAsync(View("close > 1"));
        Assert.IsType<PageState.Stale>(model.State);
        Assert.Equal(3, model.Rows.Count);
        store.IsAway = false;
        await model.LoadAsync(View("close > 1"), again: true);
        Assert.IsType<PageState.Ready>(model.State);
    }

    [Fact]
    public async Task A_store_that_was_never_there_is_a_failure_with_another_try()
    {
        using var model = Model(new FaultyBars(Host.Get<IBarStore>()) { IsAway = true });
        await model.LoadAsync(View("close > 0"));
        Assert.IsType<PageState.Failed>(model.State);
    }

    private static ScreenerView View(string where, string? columns = null) => ScreenerView.Parse(where, columns, null, null, null, null, null);

    private static string[] Symbols(ScreenerModel model) => [.. model.Rows.Select(row => row.Series.Key.Symbol)];

    private ScreenerModel Model(IBarStore? bars = null) => new(
        new UniverseScreener(bars ?? Host.Get<IBarStore>(), Host.Get<IIndicatorValueStore>(), Host.Get<LatestValues>()), bars ?? Host.Get<IBarStore>(), TimeProvider.System, NullLogger<ScreenerModel>.Instance);

    private async Task FillAsync()
    {
        foreach (int i in Enumerable.Range(0, 3))
        {
            await Host.Get<IBarStore>().WriteAsync(StoredBars.Daily($"S{i}"), StoredBars.Wave(5 + (40 * i)), null, None);
        }
    }

    private sealed class FaultyBars(IBarStore inner) : IBarStore
    {
        public bool IsAway { get; set; }

        public Task<IReadOnlyList<SeriesCoverage>> ListAsync(CancellationToken cancellationToken) =>
            IsAway ? throw new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10) : inner.ListAsync(cancellationToken);

        public Task<SeriesCoverage?> FindAsync(string symbol, AlphaFactory.Core.Prices.BarInterval interval, string? source, CancellationToken cancellationToken) => inner.FindAsync(symbol, interval, source, cancellationToken);

        public Task<AlphaFactory.Core.Prices.RawBars?> ReadAsync(SeriesKey key, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) => inner.ReadAsync(key, from, to, cancellationToken);

        public Task<WriteOutcome> WriteAsync(NewSeries series, AlphaFactory.Core.Prices.RawBars bars, IProgress<long>? progress, CancellationToken cancellationToken) => inner.WriteAsync(series, bars, progress, cancellationToken);

        public Task<bool> DeleteAsync(SeriesKey key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);
    }
}
