namespace AlphaFactory.Core.Trading;

/// <summary>The table of what may follow what in an order's life. Nothing else happens: an event that asks for more is late, a duplicate, or a contradiction.</summary>
public static class OrderTransitions
{
    private static readonly Dictionary<OrderState, OrderState[]> s_table = new()
    {
        // Only the journal, or somebody who keeps it back, may take an order out of New. A broker that knows of it all the same is a riddle.
        [OrderState.New] = [OrderState.Persisted, OrderState.Held, OrderState.Cancelled, OrderState.Unknown],

        // After a crash the note "sent" may be missing, so every answer of a broker may follow.
        [OrderState.Persisted] = [OrderState.Sent, OrderState.Held, .. Answers, OrderState.CancelRequested, OrderState.Unknown],
        [OrderState.Held] = [OrderState.Persisted, OrderState.Sent, .. Answers, OrderState.CancelRequested, OrderState.Unknown],
        [OrderState.Sent] = [.. Answers, OrderState.CancelRequested, OrderState.Unknown],
        [OrderState.Acknowledged] = [OrderState.Working, OrderState.PartiallyFilled, .. Ends, OrderState.CancelRequested, OrderState.Unknown],
        [OrderState.Working] = [OrderState.PartiallyFilled, .. Ends, OrderState.CancelRequested, OrderState.Unknown],

        // A correction may take an execution back; what is partly executed cannot be rejected any more.
        [OrderState.PartiallyFilled] = [OrderState.Working, OrderState.Filled, OrderState.Cancelled, OrderState.Expired, OrderState.CancelRequested, OrderState.Unknown],

        // The wish to cancel may be refused.
        [OrderState.CancelRequested] = [OrderState.Working, OrderState.PartiallyFilled, .. Ends, OrderState.Unknown],

        // The broker has answered; or it never had the order, and it is sent again.
        [OrderState.Unknown] = [OrderState.Sent, .. Answers],

        // An execution that arrives late completes an order, a correction makes it incomplete; neither brings it back to life.
        [OrderState.Filled] = [OrderState.Cancelled],
        [OrderState.Cancelled] = [OrderState.Filled],
        [OrderState.Expired] = [OrderState.Filled],

        // An execution of a rejected order proves that it lives.
        [OrderState.Rejected] = [OrderState.Filled, OrderState.Unknown],
    };

    private static readonly bool[] s_allowed = Allowed();

    private static OrderState[] Ends => [OrderState.Filled, OrderState.Cancelled, OrderState.Rejected, OrderState.Expired];

    private static OrderState[] Answers => [OrderState.Acknowledged, OrderState.Working, OrderState.PartiallyFilled, .. Ends];

    /// <summary>All of the table, in order.</summary>
    public static IEnumerable<(OrderState From, OrderState To)> All => s_table.SelectMany(row => row.Value.Select(to => (row.Key, to)));

    /// <summary>True when <paramref name="to"/> may follow <paramref name="from"/>. A state does not follow itself.</summary>
    public static bool Allows(OrderState from, OrderState to) => s_allowed[((int)from * Count) + (int)to];

    private static int Count => (int)OrderState.Unknown + 1;

    private static bool[] Allowed()
    {
        bool[] allowed = new bool[Count * Count];
        foreach (var (from, to) in All)
        {
            allowed[((int)from * Count) + (int)to] = true;
        }

        return allowed;
    }
}
