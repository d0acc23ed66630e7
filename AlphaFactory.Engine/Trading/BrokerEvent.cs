using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading;

/// <summary>What a broker tells.</summary>
public abstract record BrokerEvent
{
    private BrokerEvent()
    {
    }

    /// <summary>The connection stands. Whatever happened before is not told again: ask.</summary>
    public sealed record Connected : BrokerEvent;

    /// <summary>The connection is gone. Orders live on at the broker.</summary>
    /// <param name="Why">In words.</param>
    public sealed record Disconnected(string Why) : BrokerEvent;

    /// <summary>News of an order, executions left out.</summary>
    public sealed record OrderNews(BrokerOrderKey Order, OrderEvent Happened) : BrokerEvent;

    /// <summary>Shares changed hands.</summary>
    public sealed record Traded(BrokerExecution Execution) : BrokerEvent;

    /// <summary>Which orders wait, and how those ended that do so no more.</summary>
    /// <param name="Number">Number of the question.</param>
    /// <param name="Orders">Orders that wait.</param>
    /// <param name="Ended">Orders that the broker had, as far back as it tells; one that is not in it may still have been there.</param>
    public sealed record OpenOrders(int Number, IReadOnlyList<BrokerOpenOrder> Orders, IReadOnlyList<BrokerEndedOrder> Ended) : BrokerEvent;

    /// <summary>What was executed, as far back as the broker tells.</summary>
    public sealed record Executions(int Number, IReadOnlyList<BrokerExecution> Trades) : BrokerEvent;

    /// <summary>What is held; a symbol that is not in it is not held.</summary>
    public sealed record Positions(int Number, IReadOnlyDictionary<string, decimal> Shares) : BrokerEvent;

    /// <summary>A question that will not be answered. What was asked stays unknown: it is not empty.</summary>
    public sealed record NoAnswer(int Number, string Why) : BrokerEvent;
}

/// <summary>How a broker names an order. Numbers of a session start anew, so they never identify anything alone.</summary>
/// <param name="Reference">Our own reference as the broker gives it back; null when it does not, for an order of another program say.</param>
/// <param name="BrokerId">The broker's lasting id; null when it has not said yet.</param>
public readonly record struct BrokerOrderKey(OrderRef? Reference, string? BrokerId);

/// <summary>An execution as a broker tells it.</summary>
public sealed record BrokerExecution(BrokerOrderKey Order, string Symbol, OrderSide Side, Execution Execution);

/// <summary>An order that is over at the broker.</summary>
/// <param name="Order">The order.</param>
/// <param name="End">How it ended; null when it was executed.</param>
public sealed record BrokerEndedOrder(BrokerOrderKey Order, OrderEvent? End);

/// <summary>An order that waits at the broker.</summary>
public sealed record BrokerOpenOrder(BrokerOrderKey Order, string Symbol, OrderSide Side, decimal Quantity, decimal Filled);
