using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Engine.MarketData.Quality;
using AlphaFactory.Tests.Engine.Persistence;

namespace AlphaFactory.Tests.Engine.MarketData.Quality;

public sealed class SeriesCatalogTests() : OnDatabase(null)
{
    private SeriesCatalog Catalog => Host.Get<SeriesCatalog>();

    [Fact]
    public async Task A_complete_series_lacks_nothing_and_its_actions_are_listed()
    {
        DemoSeries chip = Demo("DEMO-CHIP", BarInterval.Daily), intraday = Demo("DEMO-CHIP", BarInterval.FiveMinutes);
        await StoreAsync(chip, chip.Bars);
        await StoreAsync(intraday, intraday.Bars);

        IReadOnlyList<DataCoverage> all = await Catalog.ListAsync(None);
        Assert.Equal([0, 0], all.Select(c => c.MissingBars));
        Assert.Equal([1524, 2516], all.Select(c => c.ExpectedBars).Order());
        SeriesReport report = (await Catalog.InspectAsync(chip.Series.Key, None))!;
        Assert.Equal(new PriceAction(new(2020, 7, 20), 4, 0), Assert.Single(report.Actions));
        Assert.Empty(report.Quality.Findings);
    }

    [Fact]
    public async Task Missing_sessions_are_listed_day_by_day()
    {
        DemoSeries ferm = Demo("DEMO-FERM", BarInterval.Daily);
        await StoreAsync(ferm, Without(ferm.Bars, 100, 101, 700));
        SeriesReport report = (await Catalog.InspectAsync(ferm.Series.Key, None))!;
        DateOnly[] sessions = [.. TradingCalendar.Nyse.SessionsBetween(new(2015, 1, 2), new(2024, 12, 31))];
        Assert.Equal([sessions[100], sessions[101], sessions[700]], report.Quality.MissingSessions);
        Assert.Equal(3, report.Coverage.MissingBars);
        Assert.Equal("3 sessions of the exchange have no bar, first on 2015-05-28.", Assert.Single(report.Quality.Findings).Text);
        Assert.InRange(report.Actions.Count, 38, 40);
    }

    [Fact]
    public async Task A_deleted_series_comes_back_bit_for_bit_and_both_are_on_record()
    {
        DemoSeries grid = Demo("DEMO-GRID", BarInterval.Daily);
        await StoreAsync(grid, grid.Bars);
        DeletedSeries deleted = (await Catalog.DeleteAsync(grid.Series.Key, "ann", None))!;
        Assert.Empty(await Catalog.ListAsync(None));
        Assert.Null(await Catalog.DeleteAsync(grid.Series.Key, "ann", None));

        await Catalog.RestoreAsync(deleted, "ann", None);
        RawBars back = (await Host.Get<IBarStore>().ReadAsync(grid.Series.Key, null, null, None))!;
        Assert.Equal(grid.Bars.Close, back.Close);
        Assert.Equal(grid.Bars.TotalReturnFactor, back.TotalReturnFactor);
        Assert.Equal(["series-restored", "series-deleted"], (await Host.Get<IAuditLog>().ListAsync(new AuditQuery(), None)).Select(e => e.Action));
    }

    private static DemoSeries Demo(string symbol, BarInterval interval) => DemoMarket.Generate().Single(s => s.Series.Key.Symbol == symbol && s.Series.Key.Interval == interval);

    private static RawBars Without(RawBars bars, params int[] rows)
    {
        T[] Cut<T>(T[] column) => [.. column.Where((_, i) => !rows.Contains(i))];
        return new RawBars(Cut(bars.Times), Cut(bars.Open), Cut(bars.High), Cut(bars.Low), Cut(bars.Close), Cut(bars.Volume), Cut(bars.SplitFactor), Cut(bars.TotalReturnFactor));
    }

    private async Task StoreAsync(DemoSeries series, RawBars bars) => await Host.Get<IBarStore>().WriteAsync(series.Series, bars, null, None);
}
