using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Engine.Persistence;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Indicators;

/// <summary>Kept values follow the bars, whatever the database.</summary>
public abstract class ValueRefreshContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private IBarStore Bars => Host.Get<IBarStore>();

    private IIndicatorValueStore Store => Host.Get<IIndicatorValueStore>();

    private ValueRefresh Refresh => Host.Get<ValueRefresh>();

    [Fact]
    public async Task Every_usual_column_is_kept_as_computed_from_the_adjusted_bars()
    {
        RawBars raw = StoredBars.Wave(300) with { SplitFactor = [.. Enumerable.Range(0, 300).Select(bar => bar < 100 ? 0.25 : 1.0)] };
        await Bars.WriteAsync(StoredBars.Daily("AAPL"), raw, null, None);
        Assert.Equal(1, await Refresh.RefreshAsync(None));

        var adjusted = raw.Adjust(new SeriesIdentity("AAPL", BarInterval.Daily, "csv", PriceAdjustment.Split, false));
        var plan = UsualValues.Plan;
        var table = plan.Indicators.Compute(adjusted);
        string[] names = [.. plan.Columns.Select(column => column.Name)];
        var kept = Assert.Single(await Store.ReadAsync(UsualValues.PlanId, BarInterval.Daily, names, None)).Value;
        Assert.True(names.Length > 150);
        Assert.Equal((adjusted.TimeAt(299), DataHash.Of(adjusted)), (kept.BarTime, kept.DataHash));
        for (int i = 0; i < names.Length; i++)
        {
            double expected = plan.Read(adjusted, table, i)[^1];
            Assert.Equal(double.IsFinite(expected) ? expected : double.NaN, kept.Values[names[i]]);
        }
    }

    [Fact]
    public async Task A_second_refresh_has_nothing_to_do_until_bars_arrive_or_go()
    {
        await WriteAsync("AAPL", "MSFT");
        Assert.Equal(2, await Refresh.RefreshAsync(None));
        Assert.Equal(0, await Refresh.RefreshAsync(None));
        await Task.Delay(2, None);
        await Bars.WriteAsync(StoredBars.Daily("MSFT"), StoredBars.Wave(10, first: 60), null, None);
        Assert.Equal(1, await Refresh.RefreshAsync(None));
        await Bars.DeleteAsync(StoredBars.Daily("MSFT").Key, None);
        Assert.Equal(0, await Refresh.RefreshAsync(None));
        Assert.Equal("AAPL", Assert.Single(await Store.ReadAsync(UsualValues.PlanId, BarInterval.Daily, ["close"], None)).Key.Symbol);
    }

    [Fact]
    public async Task A_refresh_that_died_half_way_is_finished_by_the_next()
    {
        // More series than one batch. The first batch is kept, then the process is gone.
        string[] symbols = [.. Enumerable.Range(0, 70).Select(place => $"S{place:000}")];
        await WriteAsync(symbols);
        var dying = new DyingStore(Store);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new ValueRefresh(dying, Host.Get<LatestValues>(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<ValueRefresh>.Instance).RefreshAsync(None));
        Assert.Equal(6, (await Store.StaleAsync(UsualValues.PlanId, 100, None)).Count);
        Assert.Equal(6, await Refresh.RefreshAsync(None));
        Assert.Equal(70, (await Store.ReadAsync(UsualValues.PlanId, BarInterval.Daily, ["close"], None)).Count);
    }

    private async Task WriteAsync(params string[] symbols)
    {
        foreach (string symbol in symbols)
        {
            await Bars.WriteAsync(StoredBars.Daily(symbol), StoredBars.Wave(60), null, None);
        }
    }

    private sealed class DyingStore(IIndicatorValueStore inner) : IIndicatorValueStore
    {
        private int _writes;

        public Task<IReadOnlyList<SeriesCoverage>> StaleAsync(string plan, int take, CancellationToken cancellationToken) => inner.StaleAsync(plan, take, cancellationToken);

        public Task<int> WriteAsync(string plan, IReadOnlyList<string> names, IReadOnlyList<IndicatorSnapshot> snapshots, CancellationToken cancellationToken) =>
            _writes++ == 0 ? inner.WriteAsync(plan, names, snapshots, cancellationToken) : throw new InvalidOperationException("The process was killed.");

        public Task<IReadOnlyDictionary<SeriesKey, StoredValues>> ReadAsync(string plan, BarInterval interval, IReadOnlyList<string> names, CancellationToken cancellationToken) => inner.ReadAsync(plan, interval, names, cancellationToken);
    }
}

public sealed class SqliteValueRefreshTests() : ValueRefreshContract(null);

public sealed class PostgresValueRefreshTests(PostgresFixture postgres) : ValueRefreshContract(postgres);
