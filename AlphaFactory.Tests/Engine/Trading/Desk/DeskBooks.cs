using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>The books of a deployment, read from what it wrote down and held against each other.</summary>
internal static class DeskBooks
{
    /// <summary>
    /// After every line the position is the sum of the executions, at the end of every session as well; no order is doubled, overfilled or lost; every execution was told once.
    /// </summary>
    /// <param name="journal">The order journal.</param>
    /// <param name="events">What the desk told of it.</param>
    /// <param name="sessions">Days that were traded.</param>
    /// <param name="waiting">Orders the desk shows as open.</param>
    /// <param name="shares">Shares the desk shows.</param>
    /// <returns>Orders.</returns>
    public static int Check(IReadOnlyList<JournalLine> journal, IReadOnlyList<StoredDeskEvent> events, int sessions, IReadOnlyCollection<string> waiting, decimal shares)
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

        var days = events.Where(one => one.Happened is DeskEvent.DayEnded).ToList();
        Assert.Equal(sessions, days.Count);
        Assert.All(days, day => Assert.Equal(held.LastOrDefault(one => one.Key <= day.MarketAt).Value, ((DeskEvent.DayEnded)day.Happened).Position));
        Assert.Equal(shares, JournalBooks.Held(journal));

        // None is lost: each is over, or waits, or is asked about.
        Assert.All(orders.Values, order => Assert.True(order.State.IsOver() || waiting.Contains(order.Ticket.Reference.Text), $"{order.Ticket.Reference} is {order.State} and nobody knows of it"));
        var fills = events.Select(one => one.Happened).OfType<DeskEvent.Filled>().Select(filled => (filled.Execution, filled.Revision)).ToList();
        Assert.Equal(fills.Distinct(), fills);
        Assert.Equal(journal.Select(line => line.Happened).OfType<OrderEvent.Executed>().Select(one => (one.Execution.Id, one.Execution.Revision)).Distinct().Order(), fills.Order());
        return orders.Count;
    }
}
