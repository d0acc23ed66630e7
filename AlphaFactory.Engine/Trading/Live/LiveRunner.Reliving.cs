using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>
/// How a session comes back after the program was started anew: it goes through its bars once more, and finds each order that it wants under its reference in the journal
/// instead of placing it. Nothing but bars and journal is needed, and what was never written down is placed where its bar is still open.
/// </summary>
public sealed partial class LiveRunner
{
    private AccountLedger? _relived;
    private DateTimeOffset _relivedAt;
    private bool _placesMissing;

    /// <summary>The account as it is, or as it was on the bar that is gone through once more.</summary>
    private AccountLedger Ledger => _relived ?? router.Ledger;

    private DateTimeOffset Now => _relived is null || _placesMissing ? clock.GetUtcNow() : _relivedAt;

    /// <summary>Goes once more through a bar that has closed. The router must have recovered and be ready.</summary>
    /// <param name="opened">Its opening.</param>
    /// <param name="closes">The instant of its close.</param>
    /// <param name="seen">Every closed bar up to it.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    public async Task ReliveAsync(SessionEvent.BarOpened opened, DateTimeOffset closes, BarSeries seen, CancellationToken cancellationToken)
    {
        await ReliveOpeningAsync(opened, false, cancellationToken);
        await LeaveAgainAsync(opened.At, closes, cancellationToken);
        _relivedAt = closes;
        await DeliverAsync(closes, cancellationToken);
        Hear(seen.Close[^1]);
        await DecideAsync(opened.Bar, seen, cancellationToken);
        _periods.End(Facts().Equity);
    }

    /// <summary>Goes once more through the opening of a bar that is open now, and places what was not placed before the program ended.</summary>
    /// <param name="opened">Its opening.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    public Task ReliveOpeningAsync(SessionEvent.BarOpened opened, CancellationToken cancellationToken) => ReliveOpeningAsync(opened, true, cancellationToken);

    /// <summary>The past is over: from here on the account is the router's.</summary>
    public async Task EndRelivingAsync(CancellationToken cancellationToken)
    {
        (_relived, _placesMissing) = (null, false);
        await SettleAsync(cancellationToken);
    }

    private async Task ReliveOpeningAsync(SessionEvent.BarOpened opened, bool isOpen, CancellationToken cancellationToken)
    {
        _relived ??= new AccountLedger(Crossing.ToMoney(session.Rules.InitialCapital));
        _relivedAt = opened.At;
        _placesMissing = isOpen;
        Hear(opened.Price);
        _periods.Begin(TradingCalendar.Nyse.DayAt(opened.At));
        if (ByHand().Any(ticket => ticket.Decided == opened.At))
        {
            // A person wanted out while the exchange was closed.
            await StepAsync(new SessionEvent.LeaveWanted(opened.At, opened.Price), cancellationToken);
        }

        await StepAsync(opened, cancellationToken);
        await DeliverAsync(opened.At, cancellationToken);
        if (isOpen)
        {
            await LeaveAgainAsync(opened.At, clock.GetUtcNow(), cancellationToken);
            await DeliverAsync(clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>What a person wanted cannot be computed from bars; but the order it became stands in the journal, with its instant.</summary>
    private async Task LeaveAgainAsync(DateTimeOffset opened, DateTimeOffset until, CancellationToken cancellationToken)
    {
        foreach (var ticket in ByHand().Where(ticket => ticket.Decided > opened && ticket.Decided <= until).OrderBy(ticket => ticket.Decided).ToList())
        {
            await DeliverAsync(ticket.Decided, cancellationToken);
            _relivedAt = ticket.Decided;
            await StepAsync(new SessionEvent.LeaveWanted(ticket.Decided, Crossing.ToResearch(ticket.DecisionPrice!.Value)), cancellationToken);
            await DeliverAsync(ticket.Decided, cancellationToken);
        }
    }

    private IEnumerable<OrderTicket> ByHand() => router.Orders.Values.Where(order => order.Ticket.Reason == ExitReasons.Hand).Select(order => order.Ticket);

    /// <summary>Looks an order up instead of placing it.</summary>
    /// <returns>False when it was never written down and is not placed now.</returns>
    private async Task<bool> FindAsync(SessionCommand.Place place, CancellationToken cancellationToken)
    {
        if (router.Orders.ContainsKey(place.Ticket.Reference))
        {
            _open.Add(place.Ticket.Reference);
            _wanted[place.Ticket.Reference] = place;
            return true;
        }

        if (_placesMissing && (place.Ticket.ReduceOnly || clock.GetUtcNow() - place.Ticket.Decided <= setting.Patience))
        {
            return await PlaceAsync(place, cancellationToken);
        }

        // It was refused then. Asked once more, the gate closes again what it closed then.
        Judge(place);
        return false;
    }

    /// <summary>Tells the session the ends of orders that had come by an instant, in the order in which they came.</summary>
    private async Task DeliverAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        bool moved = true;
        while (moved)
        {
            moved = false;
            foreach (var order in _open.Select(reference => router.Orders[reference]).Where(order => order.State.IsOver() && HadEnded(order, until)).OrderBy(order => order.Filled == 0).ToList())
            {
                await DeliverAsync(order, cancellationToken);
                moved = true;
            }
        }
    }

    private async Task DeliverAsync(Order order, CancellationToken cancellationToken)
    {
        if (_open.Remove(order.Ticket.Reference))
        {
            _wanted.Remove(order.Ticket.Reference);
            foreach (var execution in order.Executions)
            {
                _relived!.Book(order.Ticket.Symbol, order.Ticket.Side, execution);
            }

            await StepAsync(new SessionEvent.OrderDone(order), cancellationToken);
        }
    }

    /// <summary>An order that waited ended with its last execution, or with the execution of another of its group; one that did not wait ended where it was placed.</summary>
    private bool HadEnded(Order order, DateTimeOffset until) =>
        order.Ticket.Group is not { } group
        || (order.Filled > 0 ? order.Executions[^1].At <= until : router.Orders.Values.Any(other => other.Ticket.Group == group && other.Filled > 0 && other.Executions[^1].At <= until));
}
