using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Simulated;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>Thirty months of daily bars on a broker that does everything wrong that brokers do: the books stay right.</summary>
public sealed class SoakTests
{
    private const int Sessions = 630;

    private static readonly SimulatedFaults s_faults = DeskFaults.All with { Breaks = 0.05 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task In_thirty_months_of_faults_the_position_is_the_sum_of_executions_and_no_order_is_doubled_or_lost(int seed)
    {
        var bars = LiveReplay.OnSessions(TestBars.Random(seed, Sessions));
        var rules = TestRuns.Rules(size: 0.9) with { Commission = new PercentCommission { Fraction = 0.001 }, Exits = new ExitRules { StopFraction = 0.04, TakeProfitFraction = 0.06, ReEntry = ReEntry.Allowed } };
        double[] target = Targets(seed);
        int bar = 0;
        var live = await LiveReplay.RunAsync(bars, rules, seen => target[..seen.Count], s_faults, terms => terms with { Seed = (ulong)seed }, afterBar: (router, now) =>
        {
            bar = now;
            decimal sum = router.Orders.Values.Sum(order => order.Executions.Sum(execution => (int)order.Ticket.Side * execution.Quantity));
            Assert.True(router.Ledger.Of("TEST").Quantity == sum, $"Bar {now}: {router.Ledger.Of("TEST").Quantity} held, {sum} executed");
            Assert.All(router.Orders.Values, order => Assert.False(order.IsOverfilled));
        });

        Assert.Equal(Sessions - 1, bar);
        Assert.Equal(live.Broker.Positions.GetValueOrDefault("TEST"), live.Router.Ledger.Of("TEST").Quantity);
        Assert.Equal(live.Broker.Executions.Sum(trade => trade.Execution.Quantity), live.Router.Orders.Values.Sum(order => order.Filled));
        Assert.Empty(live.Router.Differences);
        var arrived = live.Broker.Arrived.Select(ticket => ticket.Reference).ToList();
        Assert.Empty(arrived.GroupBy(reference => reference).Where(same => same.Count() > 1).Select(same => $"{same.Key} is doubled"));
        Assert.True(arrived.Count > Sessions / 4, $"Only {arrived.Count} orders in {Sessions} sessions.");
        // Each order that we know of arrived, or was given up on record.
        Assert.All(live.Router.Orders.Values, order => Assert.True(arrived.Contains(order.Ticket.Reference) || order.State == OrderState.Cancelled, $"{order.Ticket.Reference} is {order.State} and never arrived"));
        Assert.All(arrived, reference => Assert.Contains(reference, live.Router.Orders.Keys));
    }

    private static double[] Targets(int seed)
    {
        var random = new SeededRandom((ulong)seed, 9);
        double now = 0;
        return [.. Enumerable.Range(0, Sessions).Select(_ => now = random.NextInt32(3) == 0 ? random.NextInt32(3) - 1 : now)];
    }
}
