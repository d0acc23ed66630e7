using AlphaFactory.Engine;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Tests.Engine.MarketData.Demo;

public sealed class DemoMarketSeederTests
{
    private readonly MemoryBarStore _store = new();

    [Fact]
    public async Task A_second_start_writes_nothing_and_a_changed_series_is_put_right()
    {
        await RunAsync(Seeder(true));
        Assert.Equal(25, _store.Writes); // 13 daily and 12 five-minute series

        await RunAsync(Seeder(true));
        Assert.Equal(25, _store.Writes);

        DemoSeries first = DemoMarket.Generate()[0];
        first.Bars.Close[10] += 0.01;
        await _store.WriteAsync(first.Series, first.Bars, null, CancellationToken.None);
        await RunAsync(Seeder(true));
        Assert.Equal(27, _store.Writes);
    }

    [Fact]
    public async Task Switched_off_it_leaves_the_store_alone()
    {
        await RunAsync(Seeder(false));
        Assert.Equal(0, _store.Writes);
    }

    [Fact]
    public async Task An_empty_store_is_filled_while_others_start_and_one_that_may_be_used_before_they_do()
    {
        var held = new TaskCompletionSource();
        _store.BeforeWrite = () => held.Task;
        using var first = Seeder(true);
        await first.StartingAsync(CancellationToken.None);
        await first.StartAsync(CancellationToken.None);
        Assert.Equal(0, _store.Writes);
        held.SetResult();
        await first.StartedAsync(CancellationToken.None);
        Assert.Equal(25, _store.Writes);

        DemoSeries changed = DemoMarket.Generate()[0];
        changed.Bars.Close[10] += 0.01;
        await _store.WriteAsync(changed.Series, changed.Bars, null, CancellationToken.None);
        using var second = Seeder(true);
        await second.StartingAsync(CancellationToken.None);
        await second.StartAsync(CancellationToken.None);
        Assert.Equal(27, _store.Writes);
    }

    [Fact]
    public async Task A_start_that_fails_elsewhere_does_not_leave_it_at_work()
    {
        var held = new TaskCompletionSource();
        _store.BeforeWrite = () => held.Task;
        using var seeder = Seeder(true);
        await seeder.StartingAsync(CancellationToken.None);
        await seeder.StartAsync(CancellationToken.None);
        var stopping = seeder.StoppingAsync(CancellationToken.None);
        held.SetResult();
        await stopping;
        Assert.InRange(_store.Writes, 0, 1);
    }

    /// <summary>As a host that starts.</summary>
    internal static async Task RunAsync(DemoMarketSeeder seeder)
    {
        await seeder.StartingAsync(CancellationToken.None);
        await seeder.StartAsync(CancellationToken.None);
        await seeder.StartedAsync(CancellationToken.None);
    }

    private DemoMarketSeeder Seeder(bool on) => new(_store, Options.Create(new EngineOptions { DemoMarket = on }), TimeProvider.System, NullLogger<DemoMarketSeeder>.Instance);
}

public sealed class DemoMarketOnSqliteTests() : Persistence.OnDatabase(null)
{
    [Fact]
    public async Task The_demo_market_is_in_the_database_within_seconds_and_a_restart_finds_it_there()
    {
        var seeder = new DemoMarketSeeder(Host.Get<AlphaFactory.Engine.MarketData.IBarStore>(), Options.Create(new EngineOptions()), TimeProvider.System, NullLogger<DemoMarketSeeder>.Instance);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await DemoMarketSeederTests.RunAsync(seeder);
        TimeSpan first = watch.Elapsed;
        DateTimeOffset[] stamps = await StampsAsync();
        watch.Restart();
        await DemoMarketSeederTests.RunAsync(seeder);
        TestContext.Current.TestOutputHelper!.WriteLine($"first start {first.TotalSeconds:F2} s, next start {watch.Elapsed.TotalSeconds:F2} s");

        Assert.Equal(25, stamps.Length);
        Assert.Equal(stamps, await StampsAsync());
        Assert.InRange(first.TotalSeconds, 0, 120); // under 3 s on an idle machine
    }

    private async Task<DateTimeOffset[]> StampsAsync() => [.. (await Host.Get<AlphaFactory.Engine.MarketData.IBarStore>().ListAsync(None)).Select(s => s.UpdatedAt)];
}
