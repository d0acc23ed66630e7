using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Journal;

/// <summary>What can be told of an account by its journal alone, on any node.</summary>
public static class JournalBooks
{
    /// <summary>Shares held of the one symbol of the account, negative when sold short: the sum of its executions, corrections counted.</summary>
    public static decimal Held(IEnumerable<JournalLine> lines)
    {
        var sides = new Dictionary<OrderRef, OrderSide>();
        var executions = new Dictionary<string, (OrderSide Side, Execution Execution)>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Ticket is { } ticket)
            {
                sides[line.Reference] = ticket.Side;
            }
            else if (line.Happened is OrderEvent.Executed { Execution: var execution } && (!executions.TryGetValue(execution.Id, out var known) || known.Execution.Revision < execution.Revision))
            {
                executions[execution.Id] = (sides[line.Reference], execution);
            }
        }

        return executions.Values.Sum(one => (int)one.Side * one.Execution.Quantity);
    }
}
