using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading;

/// <summary>
/// Compares what we believe with what the broker says. A pure function: the same books and the same answers give the same result. It waits for all three answers; with
/// one missing it changes nothing.
/// </summary>
public static class Reconciliation
{
    /// <summary>Compares.</summary>
    /// <param name="ours">Our orders that are not over for good, or may still get executions.</param>
    /// <param name="held">What our executions add up to, by symbol.</param>
    /// <param name="answers">What the broker said.</param>
    /// <param name="acknowledged">Orders that the broker had acknowledged when it was asked. Only of these does its silence say that they are over: any other may have arrived after the question.</param>
    /// <returns>Null while an answer is missing.</returns>
    public static ReconciliationResult? Compare(IReadOnlyCollection<Order> ours, IReadOnlyDictionary<string, decimal> held, BrokerAnswers answers, IReadOnlySet<OrderRef> acknowledged)
    {
        if (answers is not { OpenOrders: { } open, Executions: { } executions, Positions: { } positions })
        {
            return null;
        }

        var byReference = ours.ToDictionary(order => order.Ticket.Reference);
        var byBrokerId = ours.Where(order => order.BrokerId is not null).ToDictionary(order => order.BrokerId!);
        Order? Find(BrokerOrderKey key) =>
            key.BrokerId is { } id && byBrokerId.TryGetValue(id, out var known) ? known
            : key.Reference is { } reference ? byReference.GetValueOrDefault(reference)
            : null;

        var news = new List<(OrderRef, OrderEvent)>();
        var foreign = new List<BrokerExecution>();
        var filled = ours.ToDictionary(order => order, order => order.Filled);
        var expected = held.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var execution in executions)
        {
            if (Find(execution.Order) is not { } order)
            {
                foreign.Add(execution);
            }
            else if (Missed(order, execution.Execution) is { } missed)
            {
                decimal change = missed is OrderEvent.Executed ? execution.Execution.Quantity - (Known(order, execution.Execution)?.Quantity ?? 0) : 0;
                filled[order] += change;
                expected[execution.Symbol] = expected.GetValueOrDefault(execution.Symbol) + ((int)execution.Side * change);
                news.Add((order.Ticket.Reference, missed));
            }
        }

        var differences = Differences(expected, positions);
        var strangers = open.Where(order => Find(order.Order) is null).ToList();
        var waiting = open.Select(order => (Order: Find(order.Order), Key: order.Order)).Where(pair => pair.Order is not null).ToDictionary(pair => pair.Order!, pair => pair.Key);
        var ended = answers.Ended.Select(order => (Order: Find(order.Order), order.End)).Where(pair => pair.Order is not null).ToLookup(pair => pair.Order!, pair => pair.End);
        var never = new List<OrderRef>();
        foreach (var order in ours.Where(order => !order.State.IsOver() && order.State is not (OrderState.New or OrderState.Held)))
        {
            if (waiting.TryGetValue(order, out var key))
            {
                news.Add((order.Ticket.Reference, new OrderEvent.Acknowledged(key.BrokerId)));
                news.Add((order.Ticket.Reference, new OrderEvent.Working()));
            }
            else if (ended[order].LastOrDefault() is { } end)
            {
                news.Add((order.Ticket.Reference, end));
            }
            else if (filled[order] == 0 && order.BrokerId is null && !ended.Contains(order))
            {
                // Nobody ever saw it. Only where the position agrees can one be sure of that.
                if (differences.All(difference => difference.Symbol != order.Ticket.Symbol))
                {
                    never.Add(order.Ticket.Reference);
                }
            }
            else if (filled[order] < order.Ticket.Quantity && (ended.Contains(order) || acknowledged.Contains(order.Ticket.Reference)))
            {
                news.Add((order.Ticket.Reference, new OrderEvent.Cancelled("it no longer waits at the broker")));
            }
        }

        return new ReconciliationResult(news, never, [.. waiting.Keys.Where(order => order.State.IsOver()).Select(order => order.Ticket.Reference)], differences, strangers, foreign);
    }

    /// <summary>What an order does not know yet of an execution: all of it, a correction, or what it cost. Null when it knows everything.</summary>
    private static OrderEvent? Missed(Order order, Execution theirs) =>
        Known(order, theirs) is not { } ours || ours.Revision < theirs.Revision ? new OrderEvent.Executed(theirs)
        : ours.Revision == theirs.Revision && theirs.Commission is { } commission && ours.Commission != commission ? new OrderEvent.Charged(theirs.Id, commission)
        : null;

    private static Execution? Known(Order order, Execution theirs) => order.Executions.FirstOrDefault(one => one.Id == theirs.Id);

    private static List<PositionDifference> Differences(Dictionary<string, decimal> ours, IReadOnlyDictionary<string, decimal> theirs) =>
        [.. ours.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal)
            .Select(symbol => new PositionDifference(symbol, ours.GetValueOrDefault(symbol), theirs.GetValueOrDefault(symbol)))
            .Where(difference => difference.Ours != difference.Brokers)];
}

/// <summary>What a comparison found.</summary>
/// <param name="News">What our orders missed, in the order to apply it.</param>
/// <param name="NeverArrived">Orders that the broker never had.</param>
/// <param name="StillWaiting">Orders that are over for us and still wait at the broker: they must be taken back.</param>
/// <param name="Differences">Positions that differ once the news is counted.</param>
/// <param name="ForeignOrders">Orders at the broker that are not ours.</param>
/// <param name="ForeignExecutions">Executions of orders that are not ours.</param>
public sealed record ReconciliationResult(
    IReadOnlyList<(OrderRef Reference, OrderEvent Happened)> News,
    IReadOnlyList<OrderRef> NeverArrived,
    IReadOnlyList<OrderRef> StillWaiting,
    IReadOnlyList<PositionDifference> Differences,
    IReadOnlyList<BrokerOpenOrder> ForeignOrders,
    IReadOnlyList<BrokerExecution> ForeignExecutions);

/// <summary>A symbol of which we hold something else than the broker says.</summary>
public sealed record PositionDifference(string Symbol, decimal Ours, decimal Brokers);
