using System.Diagnostics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>What every bar store does, whatever the database.</summary>
public abstract class BarStoreContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly NewSeries s_aapl = StoredBars.Daily("AAPL");

    private IBarStore Store => Host.Get<IBarStore>();

    [Fact]
    public async Task Bars_read_back_are_the_bars_written()
    {
        RawBars bars = StoredBars.Wave(700) with { SplitFactor = [.. Enumerable.Range(0, 700).Select(i => i < 300 ? 0.25 : 1.0)] };
        WriteOutcome outcome = await Store.WriteAsync(s_aapl, bars, null, None);
        RawBars read = (await Store.ReadAsync(s_aapl.Key, null, null, None))!;

        Assert.Equal(new WriteOutcome(700, 0), outcome);
        Assert.Equal(bars.Times, read.Times);
        Assert.Equal(bars.Open, read.Open);
        Assert.Equal(bars.High, read.High);
        Assert.Equal(bars.Low, read.Low);
        Assert.Equal(bars.Close, read.Close);
        Assert.Equal(bars.Volume, read.Volume);
        Assert.Equal(bars.SplitFactor, read.SplitFactor);
        Assert.Equal(bars.TotalReturnFactor, read.TotalReturnFactor);
    }

    [Fact]
    public async Task Coverage_tells_what_is_stored()
    {
        RawBars bars = StoredBars.Wave(10) with { TotalReturnFactor = [.. Enumerable.Repeat(0.9, 9), 1] };
        await Store.WriteAsync(s_aapl with { IsSynthetic = true }, bars, null, None);
        await Store.WriteAsync(StoredBars.Daily("MSFT"), StoredBars.Wave(5), null, None);

        IReadOnlyList<SeriesCoverage> all = await Store.ListAsync(None);
        Assert.Equal(["AAPL", "MSFT"], all.Select(series => series.Key.Symbol));
        SeriesCoverage aapl = all[0];
        Assert.Equal(("AAPL Inc.", "Technology", true, 10L, true), (aapl.Name, aapl.Sector, aapl.IsSynthetic, aapl.Bars, aapl.HasFactors));
        Assert.Equal((bars.Times[0], bars.Times[9]), (aapl.First.ToUnixTimeMilliseconds(), aapl.Last.ToUnixTimeMilliseconds()));
        Assert.False(all[1].HasFactors);
        Assert.Equal(aapl, await Store.FindAsync("aapl", BarInterval.Daily, null, None));
    }

    [Fact]
    public async Task A_delisting_is_kept_until_another_is_told()
    {
        var day = new DateOnly(2000, 1, 10);
        await Store.WriteAsync(s_aapl with { DelistedOn = day }, StoredBars.Wave(10), null, None);
        await Store.WriteAsync(s_aapl, StoredBars.Wave(10), null, None);
        Assert.Equal(day, (await Store.FindAsync("AAPL", BarInterval.Daily, null, None))!.DelistedOn);
    }

    [Fact]
    public async Task Writing_the_same_bars_again_changes_nothing()
    {
        await Store.WriteAsync(s_aapl, StoredBars.Wave(50), null, None);
        Assert.Equal(new WriteOutcome(0, 50), await Store.WriteAsync(s_aapl, StoredBars.Wave(50), null, None));
        Assert.Equal(50, (await Store.ReadAsync(s_aapl.Key, null, null, None))!.Count);
    }

    [Fact]
    public async Task Overlapping_bars_are_replaced_and_new_ones_added()
    {
        await Store.WriteAsync(s_aapl, StoredBars.Wave(50), null, None);
        Assert.Equal(new WriteOutcome(20, 30), await Store.WriteAsync(s_aapl, StoredBars.Wave(50, first: 20, level: 200), null, None));
        RawBars read = (await Store.ReadAsync(s_aapl.Key, null, null, None))!;
        Assert.Equal(70, read.Count);
        Assert.InRange(read.Close[19], 80, 120);
        Assert.InRange(read.Close[20], 180, 220);
    }

    [Fact]
    public async Task A_cancelled_write_leaves_the_store_as_it_was()
    {
        await Store.WriteAsync(s_aapl, StoredBars.Wave(50), null, None);
        using var stop = new CancellationTokenSource();
        var progress = new Told(written =>
        {
            if (written > 20_000)
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(s_aapl, StoredBars.Wave(60_000, 5), progress, stop.Token));
        Assert.Equal(StoredBars.Wave(50).Times, (await Store.ReadAsync(s_aapl.Key, null, null, None))!.Times);
        Assert.Equal(50, (await Store.FindAsync("AAPL", BarInterval.Daily, null, None))!.Bars);
    }

    [Fact]
    public async Task A_day_range_is_closed_on_both_sides()
    {
        await Store.WriteAsync(s_aapl, StoredBars.Wave(30), null, None);
        RawBars read = (await Store.ReadAsync(s_aapl.Key, new DateOnly(2000, 1, 5), new DateOnly(2000, 1, 7), None))!;
        Assert.Equal(StoredBars.Wave(3, first: 2).Times, read.Times);
    }

    [Fact]
    public async Task Sources_of_one_symbol_stand_side_by_side_and_the_newest_is_found_first()
    {
        await Store.WriteAsync(StoredBars.Daily("AAPL", "old"), StoredBars.Wave(40), null, None);
        await Store.WriteAsync(StoredBars.Daily("AAPL", "new"), StoredBars.Wave(50), null, None);
        Assert.Equal("new", (await Store.FindAsync("AAPL", BarInterval.Daily, null, None))!.Key.Source);
        Assert.Equal(40, (await Store.FindAsync("AAPL", BarInterval.Daily, "old", None))!.Bars);
    }

    [Fact]
    public async Task A_deleted_series_takes_its_bars_along()
    {
        await Store.WriteAsync(s_aapl, StoredBars.Wave(50), null, None);
        Assert.True(await Store.DeleteAsync(s_aapl.Key, None));
        Assert.False(await Store.DeleteAsync(s_aapl.Key, None));
        Assert.Null(await Store.ReadAsync(s_aapl.Key, null, null, None));
        await using (AsyncServiceScope scope = Host.Services.CreateAsyncScope())
        {
            Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().Bars.CountAsync(None));
        }

        Assert.Equal(new WriteOutcome(10, 0), await Store.WriteAsync(s_aapl, StoredBars.Wave(10), null, None));
    }

    [Fact]
    public async Task Two_imports_of_one_series_at_once_end_as_one_after_the_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Store.WriteAsync(s_aapl, StoredBars.Wave(1000, first: i * 100), null, None))));
        Assert.Equal(1500, (await Store.FindAsync("AAPL", BarInterval.Daily, null, None))!.Bars);
    }

    [Fact]
    public async Task Half_a_million_bars_are_written_in_seconds()
    {
        RawBars bars = StoredBars.Wave(500_000, 5);
        var series = new NewSeries(new SeriesKey("FAST", BarInterval.FiveMinutes, "csv"), null, null, false);
        TimeSpan first = await TimeAsync(() => Store.WriteAsync(series, bars, null, None));
        TimeSpan again = await TimeAsync(() => Store.WriteAsync(series, bars, null, None));
        TimeSpan read = await TimeAsync(() => Store.ReadAsync(series.Key, null, null, None));
        TestContext.Current.TestOutputHelper!.WriteLine($"500,000 bars: insert {first.TotalSeconds:F2} s, replace {again.TotalSeconds:F2} s, read {read.TotalSeconds:F2} s");

        // Far above what an idle machine needs, so that a busy one does not fail it and row-by-row writing does.
        Assert.InRange(first.TotalSeconds, 0, 180);
        Assert.InRange(again.TotalSeconds, 0, 180);
        Assert.InRange(read.TotalSeconds, 0, 180);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}

public sealed class SqliteBarStoreTests() : BarStoreContract(null);

public sealed class PostgresBarStoreTests(PostgresFixture postgres) : BarStoreContract(postgres);
