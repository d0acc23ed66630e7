using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Simulated;
using AlphaFactory.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>Two weeks of five-minute bars through the whole desk, on a broker that does everything wrong that brokers do, with a restart every few days: the books stay right.</summary>
public sealed class DeskSoakTests
{
    private const int Sessions = 10, Restarts = 2;

    private static readonly SimulatedFaults s_faults = new()
    {
        Latency = TimeSpan.FromMilliseconds(30),
        Jitter = TimeSpan.FromMilliseconds(900),
        Pieces = 0.6,
        Rejects = 0.03,
        Twice = 0.2,
        Lost = 0.05,
        NeverArrives = 0.04,
        Unanswered = 0.1,
        Corrected = 0.1,
        Breaks = 0.02,
        BreakLength = TimeSpan.FromSeconds(40),
    };

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task In_two_weeks_of_faults_and_restarts_no_order_is_doubled_or_lost_and_positions_are_sums_of_executions(int seed)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        SimulatedTermsOf terms = deployment => new SimulatedTerms { Commission = deployment.Spec.Commission, Slippage = deployment.Spec.Slippage, Faults = s_faults, Seed = (ulong)seed };
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
            Look(await node.JournalAsync(id), await node.EventsAsync(id), end);
        }
        finally
        {
            await node.DisposeAsync();
            SqliteConnection.ClearAllPools();
            await TestFolder.DeleteAsync(folder);
        }
    }

    private static void Look(IReadOnlyList<JournalLine> journal, IReadOnlyList<StoredDeskEvent> events, DeploymentFrame end)
    {
        var orders = new Dictionary<OrderRef, Order>();
        var held = new SortedDictionary<DateTimeOffset, decimal>();
        var ledger = new AccountLedger(50_000);
        foreach (var line in journal)
        {
            if (line.Ticket is { } ticket)
            {
                Assert.True(orders.TryAdd(line.Reference, new Order(ticket)), $"{line.Reference} is doubled");
                orders[line.Reference].Apply(new OrderEvent.Persisted());
                continue;
            }

            var order = orders[line.Reference];
            order.Apply(line.Happened!);
            Assert.False(order.IsOverfilled, $"{line.Reference} got more than it wanted");
            if (line.Happened is OrderEvent.Executed { Execution: var execution })
            {
                ledger.Book(order.Ticket.Symbol, order.Ticket.Side, execution);
            }

            Assert.Equal(orders.Values.Where(one => one.Filled > 0).Sum(one => (int)one.Ticket.Side * one.Filled), ledger.Of(DeskNode.Symbol).Quantity);
            held[line.At] = ledger.Of(DeskNode.Symbol).Quantity;
        }

        Assert.True(orders.Count > 100, $"Only {orders.Count} orders");
        var days = events.Where(one => one.Happened is DeskEvent.DayEnded).ToList();
        Assert.Equal(Sessions, days.Count);
        Assert.All(days, day => Assert.Equal(held.LastOrDefault(one => one.Key <= day.MarketAt).Value, ((DeskEvent.DayEnded)day.Happened).Position));
        Assert.Equal(end.Positions.Sum(position => position.Shares), JournalBooks.Held(journal));

        // None is lost: each is over, or waits, or is asked about.
        var waiting = end.Orders.Select(order => order.Reference).ToHashSet();
        Assert.All(orders.Values, order => Assert.True(order.State.IsOver() || waiting.Contains(order.Ticket.Reference.Text), $"{order.Ticket.Reference} is {order.State} and nobody knows of it"));
        var fills = events.Select(one => one.Happened).OfType<DeskEvent.Filled>().Select(filled => (filled.Execution, filled.Revision)).ToList();
        Assert.Equal(fills.Distinct(), fills);
        Assert.Equal(journal.Select(line => line.Happened).OfType<OrderEvent.Executed>().Select(one => (one.Execution.Id, one.Execution.Revision)).Distinct().Order(), fills.Order());
    }
}
