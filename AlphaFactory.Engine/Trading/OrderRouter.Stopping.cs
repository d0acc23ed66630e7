using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading;

/// <summary>How everything is stopped at once.</summary>
public sealed partial class OrderRouter
{
    /// <summary>
    /// Asked last of all, when an order has passed the gate and its intent is written, right before it is handed over: a reason in words stops it. It may be answered from
    /// any thread's news, so that a kill is in time even for an order whose intent was being written. Null stops nothing.
    /// </summary>
    public Func<string?>? StoppedWhy { get; set; }

    /// <summary>Asks to take back every order that is not over: first the broker hears of all of them, then it is written down.</summary>
    /// <param name="why">In words.</param>
    /// <param name="cancellationToken">Ends the wait for the journal, not the wish.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> CancelAllAsync(string why, CancellationToken cancellationToken)
    {
        var open = _orders.Values.Where(order => !order.State.IsOver()).ToList();
        foreach (var order in open)
        {
            _broker.Cancel(order.Ticket.Reference);
        }

        CancelsHandedOver?.Invoke(open.Count);
        foreach (var order in open.Where(order => !order.State.IsOver()))
        {
            await TakeAsync(order, new OrderEvent.CancelRequested(why), cancellationToken);
        }

        return open.Count;
    }

    /// <summary>Told how many cancels the broker was handed as soon as it has them, before any is written down; may be null.</summary>
    public Action<int>? CancelsHandedOver { get; set; }
}
