using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Screener;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Tests.Engine.Persistence;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Screener;

public sealed class UniverseScreenerTests() : OnDatabase(null)
{
    private static readonly SeriesUniverse s_daily = new(SeriesOrigin.All, BarInterval.Daily);

    private IBarStore Bars => Host.Get<IBarStore>();

    private UniverseScreener Screener => Host.Get<UniverseScreener>();

    [Fact]
    public async Task Kept_values_and_values_computed_now_give_the_same_answer()
    {
        await FillAsync();
        var request = Request("close > sma_20 and rsi_14 < 99.5", "close,rsi_14,sma_37");
        var computed = await Screener.RunAsync(request, null, None);
        await Host.Get<ValueRefresh>().RefreshAsync(None);
        var kept = await Screener.RunAsync(request, null, None);

        Assert.NotEmpty(computed.Rows);
        Assert.True(computed.Rows.Count < computed.Universe);
        Assert.Equal(computed.Rows.Select(row => row.Series.Key), kept.Rows.Select(row => row.Series.Key));
        Assert.Equal(computed.Rows.SelectMany(row => row.Values), kept.Rows.SelectMany(row => row.Values));
        Assert.Equal((5, 5, 5), (computed.Universe, computed.Computed, kept.Computed));
    }

    [Fact]
    public async Task Columns_that_are_kept_are_not_computed_again()
    {
        await FillAsync();
        await Host.Get<ValueRefresh>().RefreshAsync(None);
        Assert.Equal(0, (await Screener.RunAsync(Request("close > sma_20", "rsi_14"), null, None)).Computed);
    }

    [Fact]
    public async Task A_series_whose_bars_changed_is_computed_from_the_new_bars()
    {
        await FillAsync();
        await Host.Get<ValueRefresh>().RefreshAsync(None);
        await Task.Delay(2, None);
        await Bars.WriteAsync(StoredBars.Daily("S1"), StoredBars.Wave(1, first: 111, level: 900), null, None);
        var found = await Screener.RunAsync(Request("close > 500", "close"), null, None);
        Assert.Equal("S1", Assert.Single(found.Rows).Series.Key.Symbol);
        Assert.Equal(1, found.Computed);
    }

    [Fact]
    public async Task A_series_too_short_for_the_condition_is_left_open_and_no_hit()
    {
        await FillAsync();
        await Bars.WriteAsync(StoredBars.Daily("NEW"), StoredBars.Wave(5), null, None);
        var found = await Screener.RunAsync(Request("sma_20 > 0", "sma_20"), null, None);
        Assert.Equal((6, 5, 1), (found.Universe, found.Rows.Count, found.Open));
        Assert.Equal(6, (await Screener.RunAsync(Request("sma_20 > 0 or close > 0", "sma_20"), null, None)).Rows.Count);
    }

    [Fact]
    public async Task Progress_counts_to_the_whole_and_a_cancelled_screen_ends()
    {
        await FillAsync();
        var steps = new List<UniverseProgress>();
        await Screener.RunAsync(Request("close > 0", "sma_37"), new Told(steps.Add), None);
        Assert.Equal(new UniverseProgress(5, 5, "series"), steps[^1]);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Screener.RunAsync(Request("close > 0", "sma_37"), null, stop.Token));
    }

    [Fact]
    public async Task A_universe_takes_the_newest_source_of_each_symbol()
    {
        await Bars.WriteAsync(StoredBars.Daily("AAPL", "old"), StoredBars.Wave(40), null, None);
        await Bars.WriteAsync(StoredBars.Daily("AAPL", "new"), StoredBars.Wave(50), null, None);
        await Bars.WriteAsync(StoredBars.Daily("MSFT") with { IsSynthetic = true }, StoredBars.Wave(50), null, None);
        var all = await Bars.ListAsync(None);
        Assert.Equal(["AAPL new", "MSFT csv"], s_daily.Of(all).Select(series => $"{series.Key.Symbol} {series.Key.Source}"));
        Assert.Equal(["MSFT"], new SeriesUniverse(SeriesOrigin.Synthetic, BarInterval.Daily).Of(all).Select(series => series.Key.Symbol));
        Assert.Equal(["AAPL"], (s_daily with { Symbols = ["aapl", "XYZ"] }).Of(all).Select(series => series.Key.Symbol));
        Assert.Equal(2, (s_daily with { Text = "tech" }).Of(all).Count);
        Assert.Empty((s_daily with { Interval = BarInterval.FiveMinutes }).Of(all));
    }

    private static ScreenRequest Request(string where, string columns) => new(s_daily, ((ScreenRead)ScreenText.Read(where)).Condition, ValueColumn.ParseList(columns, out _));

    private async Task FillAsync()
    {
        // The same wave, cut off at five places: some end above their average, some below.
        for (int i = 0; i < 5; i++)
        {
            await Bars.WriteAsync(StoredBars.Daily($"S{i}"), StoredBars.Wave(80 + (31 * i)), null, None);
        }
    }

    private sealed class Told(Action<UniverseProgress> tell) : IProgress<UniverseProgress>
    {
        public void Report(UniverseProgress value) => tell(value);
    }
}
