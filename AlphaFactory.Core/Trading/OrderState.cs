namespace AlphaFactory.Core.Trading;

/// <summary>Where an order is in its life. <see cref="OrderTransitions"/> says what may follow what.</summary>
public enum OrderState
{
    /// <summary>Approved; nobody else knows of it.</summary>
    New,

    /// <summary>Its intent is written and flushed. It may be sent from here, and only from here.</summary>
    Persisted,

    /// <summary>Handed to the broker; no answer yet.</summary>
    Sent,

    /// <summary>The broker has it.</summary>
    Acknowledged,

    /// <summary>It waits in the market.</summary>
    Working,

    /// <summary>Some of it is executed, and the rest waits.</summary>
    PartiallyFilled,

    /// <summary>All of it is executed.</summary>
    Filled,

    /// <summary>What was not executed never will be, because somebody took it back.</summary>
    Cancelled,

    /// <summary>The broker would not have it.</summary>
    Rejected,

    /// <summary>What was not executed never will be, because its time was over.</summary>
    Expired,

    /// <summary>Kept back on purpose: no connection, a frozen symbol, a closed exchange.</summary>
    Held,

    /// <summary>Somebody wants it back; the broker has not said yes yet, and may still execute it.</summary>
    CancelRequested,

    /// <summary>An answer did not come. It may be dead, waiting or executed: its symbol is frozen until the broker has answered.</summary>
    Unknown,
}

/// <summary>Questions to a state.</summary>
public static class OrderStates
{
    /// <summary>True when nothing more is expected. Executions that arrive all the same still count.</summary>
    public static bool IsOver(this OrderState state) => state is OrderState.Filled or OrderState.Cancelled or OrderState.Rejected or OrderState.Expired;

    /// <summary>True when the broker may have it.</summary>
    public static bool MayBeAtBroker(this OrderState state) =>
        state is OrderState.Sent or OrderState.Acknowledged or OrderState.Working or OrderState.PartiallyFilled or OrderState.CancelRequested or OrderState.Unknown;
}
