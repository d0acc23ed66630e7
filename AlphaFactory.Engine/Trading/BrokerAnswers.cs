namespace AlphaFactory.Engine.Trading;

/// <summary>What a broker answered to one question. Each part is there, empty, or missing: a missing one is never read as empty.</summary>
public sealed record BrokerAnswers
{
    /// <summary>Orders that wait; null while the answer is missing.</summary>
    public IReadOnlyList<BrokerOpenOrder>? OpenOrders { get; init; }

    /// <summary>Orders that are over at the broker, as far back as it tells; it comes with <see cref="OpenOrders"/>.</summary>
    public IReadOnlyList<BrokerEndedOrder> Ended { get; init; } = [];

    /// <summary>What was executed; null while the answer is missing.</summary>
    public IReadOnlyList<BrokerExecution>? Executions { get; init; }

    /// <summary>What is held; null while the answer is missing.</summary>
    public IReadOnlyDictionary<string, decimal>? Positions { get; init; }

    /// <summary>True when nothing is missing.</summary>
    public bool IsComplete => OpenOrders is not null && Executions is not null && Positions is not null;

    /// <summary>The answers with one more.</summary>
    public BrokerAnswers With(BrokerEvent answer) => answer switch
    {
        BrokerEvent.OpenOrders orders => this with { OpenOrders = orders.Orders, Ended = orders.Ended },
        BrokerEvent.Executions executions => this with { Executions = executions.Trades },
        BrokerEvent.Positions positions => this with { Positions = positions.Shares },
        _ => this,
    };
}
