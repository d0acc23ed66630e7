using AlphaFactory.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>Two weeks of five-minute bars through the whole desk, on a broker that does everything wrong that brokers do, with a restart every few days: the books stay right.</summary>
public sealed class DeskSoakTests
{
    private const int Sessions = 10, Restarts = 2;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task In_two_weeks_of_faults_and_restarts_no_order_is_doubled_or_lost_and_positions_are_sums_of_executions(int seed)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        var terms = DeskFaults.Of(seed);
        var node = await DeskNode.StartAsync(folder, change: services => services.AddSingleton(terms));
        try
        {
            await node.StoreAsync(DeskNode.Bars(Sessions, seed));
            string id = await node.RunAsync(speed: 300_000);
            for (int i = 1; i <= Restarts; i++)
            {
                await Patience.UntilAsync(() => node.Frame(id) is { } frame && (frame.Feed.IsFinished || frame.Feed.Played >= i * Sessions * 78 / (Restarts + 1)));
                await node.DisposeAsync();
                node = await DeskNode.StartAsync(folder, change: services => services.AddSingleton(terms));
            }

            var end = await node.UntilAsync(id, shown => shown.Feed.IsFinished && shown.Fault is null);
            await Patience.UntilAsync(async () => (await node.EventsAsync(id)).Any(one => one.Kind == "feed-ended"));
            int orders = DeskBooks.Check(await node.JournalAsync(id), await node.EventsAsync(id), Sessions, [.. end.Orders.Select(order => order.Reference)], end.Positions.Sum(position => position.Shares));
            Assert.True(orders > 100, $"Only {orders} orders");
        }
        finally
        {
            await node.DisposeAsync();
            SqliteConnection.ClearAllPools();
            await TestFolder.DeleteAsync(folder);
        }
    }
}
