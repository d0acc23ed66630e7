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
        await Seeder(true).StartAsync(CancellationToken.None);
        Assert.Equal(25, _store.Writes); // 13 daily and 12 five-minute series

        await Seeder(true).StartAsync(CancellationToken.None);
        Assert.Equal(25, _store.Writes);

        DemoSeries first = DemoMarket.Generate()[0];
        first.Bars.Close[10] += 0.01;
        await _store.WriteAsync(first.Series, first.Bars, null, CancellationToken.None);
        await Seeder(true).StartAsync(CancellationToken.None);
        Assert.Equal(27, _store.Writes);
    }

    [Fact]
    public async Task Switched_off_it_leaves_the_store_alone()
    {
        await Seeder(false).StartAsync(CancellationToken.None);
        Assert.Equal(0, _store.Writes);
    }

    private DemoMarketSeeder Seeder(bool on) => new(_store, Options.Create(new EngineOptions { DemoMarket = on }), TimeProvider.System, NullLogger<DemoMarketSeeder>.Instance);
}
