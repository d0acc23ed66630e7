namespace AlphaFactory.Core.Trading;

/// <summary>
/// An order that passed the gate. <see cref="RiskGate"/> alone can make one: the constructor is out of reach of every other assembly, and the architecture tests
/// hold the rest of this one off. A broker accepts nothing else, so an order that nobody checked does not compile.
/// </summary>
public abstract class ApprovedOrder
{
    private protected ApprovedOrder(OrderTicket ticket, bool isReducing) => (Ticket, IsReducing) = (ticket, isReducing);

    /// <summary>What may be placed; the quantity is what the rules left of it.</summary>
    public OrderTicket Ticket { get; }

    /// <summary>True when it only makes a position smaller.</summary>
    public bool IsReducing { get; }
}
