using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>What every store of kept indicator values does, whatever the database.</summary>
public abstract class IndicatorValueStoreContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private const string Plan = "plan-one";

    private static readonly string[] s_names = ["close", "rsi_14"];

    private IBarStore Bars => Host.Get<IBarStore>();

    private IIndicatorValueStore Store => Host.Get<IIndicatorValueStore>();

    [Fact]
    public async Task Values_read_back_are_the_values_written()
    {
        var series = await WithBarsAsync("AAPL");
        Assert.Equal(1, await Store.WriteAsync(Plan, s_names, [Snapshot(series, 101.25, null)], None));

        var (key, values) = Assert.Single(await Store.ReadAsync(Plan, BarInterval.Daily, s_names, None));
        Assert.Equal(series.Key, key);
        Assert.Equal((series.Last, new string('a', 64)), (values.BarTime, values.DataHash));
        Assert.Equal(101.25, values.Values["close"]);
        Assert.True(double.IsNaN(values.Values["rsi_14"]));
        Assert.Equal(["close"], (await Store.ReadAsync(Plan, BarInterval.Daily, ["close"], None))[key].Values.Keys);
        Assert.Empty(await Store.ReadAsync(Plan, BarInterval.FiveMinutes, s_names, None));
    }

    [Fact]
    public async Task Writing_the_same_values_again_changes_nothing()
    {
        var series = await WithBarsAsync("AAPL");
        await Store.WriteAsync(Plan, s_names, [Snapshot(series, 1, 2)], None);
        await Store.WriteAsync(Plan, s_names, [Snapshot(series, 1, 2)], None);
        Assert.Equal(2, await CountAsync());
        Assert.Empty(await Store.StaleAsync(Plan, 10, None));
    }

    [Fact]
    public async Task A_series_is_stale_without_values_with_other_bars_and_under_another_plan()
    {
        var series = await WithBarsAsync("AAPL");
        Assert.Equal("AAPL", Assert.Single(await Store.StaleAsync(Plan, 10, None)).Key.Symbol);
        await Store.WriteAsync(Plan, s_names, [Snapshot(series, 1, 2)], None);
        Assert.Empty(await Store.StaleAsync(Plan, 10, None));
        Assert.Single(await Store.StaleAsync("plan-two", 10, None));
        Assert.Empty(await Store.ReadAsync("plan-two", BarInterval.Daily, s_names, None));

        await WithBarsAsync("AAPL", first: 50);
        Assert.Single(await Store.StaleAsync(Plan, 10, None));
        Assert.Empty(await Store.ReadAsync(Plan, BarInterval.Daily, s_names, None));
    }

    [Fact]
    public async Task Values_of_bars_that_changed_while_they_were_computed_are_passed_over()
    {
        var (old, other) = (await WithBarsAsync("AAPL"), await WithBarsAsync("MSFT"));
        await WithBarsAsync("AAPL", first: 50);
        Assert.Equal(1, await Store.WriteAsync(Plan, s_names, [Snapshot(old, 1, 2), Snapshot(other, 3, 4)], None));
        Assert.Equal("MSFT", Assert.Single(await Store.ReadAsync(Plan, BarInterval.Daily, s_names, None)).Key.Symbol);
        Assert.Equal("AAPL", Assert.Single(await Store.StaleAsync(Plan, 10, None)).Key.Symbol);
    }

    [Fact]
    public async Task Values_go_with_their_series()
    {
        var series = await WithBarsAsync("AAPL");
        await Store.WriteAsync(Plan, s_names, [Snapshot(series, 1, 2)], None);
        await Bars.DeleteAsync(series.Key, None);
        Assert.Equal(0, await CountAsync());
        Assert.Equal(0, await Store.WriteAsync(Plan, s_names, [Snapshot(series, 1, 2)], None));
        Assert.Empty(await Store.StaleAsync(Plan, 10, None));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_the_values_as_they_were()
    {
        var series = await WithBarsAsync("AAPL");
        await Store.WriteAsync(Plan, s_names, [Snapshot(series, 1, 2)], None);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(Plan, s_names, [Snapshot(series, 5, 6)], stop.Token));
        Assert.Equal(1, Assert.Single(await Store.ReadAsync(Plan, BarInterval.Daily, s_names, None)).Value.Values["close"]);
    }

    [Fact]
    public async Task Two_nodes_that_write_the_same_series_leave_one_set_of_values()
    {
        SeriesCoverage[] all = [await WithBarsAsync("AAPL"), await WithBarsAsync("MSFT"), await WithBarsAsync("XOM")];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(node => Task.Run(() =>
            Store.WriteAsync(Plan, s_names, [.. (node % 2 == 0 ? all : all.Reverse()).Select(series => Snapshot(series, 1, 2))], None))));
        Assert.Equal(6, await CountAsync());
    }

    private static IndicatorSnapshot Snapshot(SeriesCoverage series, double? close, double? strength) => new(series, series.Last, new string('a', 64), [close, strength]);

    private async Task<SeriesCoverage> WithBarsAsync(string symbol, int first = 0)
    {
        // Two writes within one millisecond would look like one.
        await Task.Delay(2, None);
        await Bars.WriteAsync(StoredBars.Daily(symbol), StoredBars.Wave(60, first: first), null, None);
        return (await Bars.FindAsync(symbol, BarInterval.Daily, null, None))!;
    }

    private async Task<int> CountAsync()
    {
        await using AsyncServiceScope scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().IndicatorValues.CountAsync(None);
    }
}

public sealed class SqliteIndicatorValueStoreTests() : IndicatorValueStoreContract(null);

public sealed class PostgresIndicatorValueStoreTests(PostgresFixture postgres) : IndicatorValueStoreContract(postgres);
