using System.Collections.Concurrent;
using System.Data.Common;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Trading;

/// <summary>
/// Brings approved orders to a broker, never twice, and keeps the books. An intent is written and flushed before anything is handed over; nothing is handed over between the
/// loss of a connection and the comparison of the books after it; an answer that does not come makes an order Unknown and freezes its symbol. One owner calls it, one call
/// at a time; only the broker's events may arrive from anywhere, they wait until <see cref="PumpAsync"/>.
/// </summary>
public sealed partial class OrderRouter
{
    private readonly IBroker _broker;
    private readonly TimeProvider _clock;
    private readonly RouterTimes _times;
    private readonly Func<OrderTicket, GateAnswer> _approveAgain;
    private readonly JournalWriter _journal;
    private readonly ConcurrentQueue<BrokerEvent> _inbox = new();
    private readonly Dictionary<OrderRef, Order> _orders = [];
    private readonly Dictionary<string, Order> _byBrokerId = new(StringComparer.Ordinal);
    private readonly Dictionary<OrderRef, DateTimeOffset> _unanswered = [], _unknownSince = [];

    /// <param name="broker">Where orders go; the router becomes its listener.</param>
    /// <param name="journal">Where they are written down first.</param>
    /// <param name="clock">The time.</param>
    /// <param name="capital">Cash at the start of the account.</param>
    /// <param name="approveAgain">The gate, asked about an order that never arrived before it is sent again.</param>
    /// <param name="times">How long it waits.</param>
    public OrderRouter(IBroker broker, IOrderJournal journal, TimeProvider clock, decimal capital, Func<OrderTicket, GateAnswer> approveAgain, RouterTimes? times = null)
    {
        (_broker, _clock, _approveAgain, _times) = (broker, clock, approveAgain, times ?? new RouterTimes());
        _journal = new JournalWriter(journal);
        Ledger = new AccountLedger(capital);
        broker.Listener = _inbox.Enqueue;
    }

    /// <summary>Every order of the account.</summary>
    public IReadOnlyDictionary<OrderRef, Order> Orders => _orders;

    /// <summary>Cash and positions as the executions make them.</summary>
    public AccountLedger Ledger { get; }

    /// <summary>Told what happens; may be null.</summary>
    public Action<RouterNews>? Watcher { get; set; }

    /// <summary>True while something that happened is not written down yet, because the journal cannot be written.</summary>
    public bool IsBehind => _journal.IsBehind;

    /// <summary>Why nothing may be placed at all; null when orders may be.</summary>
    public string? NotReadyWhy =>
        !_broker.IsConnected ? "there is no connection to the broker"
        : _journal.IsBehind ? "the order journal cannot be written"
        : !_compared ? "the books were not compared with the broker since the connection came back"
        : null;

    /// <summary>Why nothing may be placed in a symbol; null when orders may be.</summary>
    public string? FrozenWhy(string symbol) =>
        NotReadyWhy
        ?? (_orders.Values.FirstOrDefault(order => order.State == OrderState.Unknown && order.Ticket.Symbol == symbol) is { } unknown ? $"the order {unknown.Ticket.Reference} has no answer: {unknown.Why}" : null)
        ?? (_differences.FirstOrDefault(difference => difference.Symbol == symbol) is { } difference ? FormattableString.Invariant($"we hold {difference.Ours}, the broker says {difference.Brokers}") : null);

    /// <summary>When the clock must be looked at again at the latest: soon while something is owed, null while all is quiet.</summary>
    public DateTimeOffset? NextLook => _unanswered.Count > 0 || _unknownSince.Count > 0 || _askedAt is not null || NotReadyWhy is not null ? _clock.GetUtcNow() + _times.Doubt : null;

    /// <summary>Reads what was written before, and asks the broker what became of it. To be called once, before anything else.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        foreach (var line in await _journal.ReadAsync(cancellationToken))
        {
            if (line.Ticket is { } ticket)
            {
                _orders[line.Reference] = new Order(ticket);
                _orders[line.Reference].Apply(new OrderEvent.Persisted());
            }
            else if (_orders.TryGetValue(line.Reference, out var order))
            {
                Apply(order, line.Happened!);
            }
            else
            {
                throw new InvalidDataException($"Line {line.Number} of the order journal is about {line.Reference}, of which no intent is written. Nothing is traded until somebody has looked: restore the database.");
            }
        }

        foreach (var order in _orders.Values.Where(order => !order.State.IsOver() && order.State != OrderState.Unknown).ToList())
        {
            // Whatever was written last, it may have gone on since.
            await TakeAsync(order, new OrderEvent.AnswerMissing("the program was started anew"), cancellationToken);
        }

        foreach (var reference in _orders.Values.Where(order => order.State == OrderState.Unknown).Select(order => order.Ticket.Reference))
        {
            // A doubt from before the end counts from now: what was handed over last may still be on its way.
            _unknownSince[reference] = _clock.GetUtcNow();
        }

        Ask();
    }

    /// <summary>Places an order: writes the intent, hands it over, writes that down.</summary>
    public async Task<SubmitOutcome> SubmitAsync(ApprovedOrder approved, CancellationToken cancellationToken)
    {
        var ticket = approved.Ticket;
        if (_orders.ContainsKey(ticket.Reference))
        {
            return SubmitOutcome.AlreadyKnown;
        }

        if (FrozenWhy(ticket.Symbol) is not null)
        {
            return SubmitOutcome.NotReady;
        }

        switch (await _journal.AddAsync(ticket, _clock.GetUtcNow(), cancellationToken))
        {
            case false:
                return SubmitOutcome.AlreadyKnown;
            case null:
                Tell(new RouterNews.Alarm("journal-down", ticket.Symbol, $"The order {ticket.Reference} was not placed: its intent could not be written down. {_journal.Fault}"));
                return SubmitOutcome.NotReady;
        }

        var order = _orders[ticket.Reference] = new Order(ticket);
        order.Apply(new OrderEvent.Persisted());
        return await HandOverAsync(order, approved, cancellationToken) ? SubmitOutcome.Sent : SubmitOutcome.Held;
    }

    /// <summary>Asks to take an order back. Without a connection the wish is kept and told once there is one. Works without the journal: what is down must not keep anybody in an order.</summary>
    /// <param name="reference">The order.</param>
    /// <param name="why">In words.</param>
    /// <param name="cancellationToken">Ends the wait for the journal, not the wish.</param>
    public async Task CancelAsync(OrderRef reference, string why, CancellationToken cancellationToken)
    {
        if (!_orders.TryGetValue(reference, out var order) || order.State.IsOver())
        {
            return;
        }

        // The broker first: it must go out even when the database is down.
        _broker.Cancel(reference);
        await TakeAsync(order, new OrderEvent.CancelRequested(why), cancellationToken);
    }

    /// <summary>Takes in what the broker told, and looks at the clock. To be called whenever there is news, and at least every second.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        await _journal.CatchUpAsync(cancellationToken);
        while (_inbox.TryDequeue(out var happened))
        {
            await TakeAsync(happened, cancellationToken);
        }

        var now = _clock.GetUtcNow();
        foreach (var (reference, since) in _unanswered.Where(pair => now - pair.Value >= _times.Answer).ToList())
        {
            var order = _orders[reference];
            await TakeAsync(order, new OrderEvent.AnswerMissing($"no answer for {_times.Answer.TotalSeconds} s"), cancellationToken);
            Tell(new RouterNews.Alarm("order-unknown", order.Ticket.Symbol, $"Nobody knows what became of the order {reference}: no answer for {_times.Answer.TotalSeconds} s. {order.Ticket.Symbol} is frozen until the broker has answered."));
            _askedAt = null;
            Ask();
        }

        LookAtQuestions(now);
    }

    private async Task<bool> HandOverAsync(Order order, ApprovedOrder approved, CancellationToken cancellationToken)
    {
        if (StoppedWhy?.Invoke() is { } stopped)
        {
            await TakeAsync(order, new OrderEvent.Cancelled(stopped), cancellationToken);
            return false;
        }

        _submitted++;
        bool handed = _broker.Place(approved);
        await TakeAsync(order, handed ? new OrderEvent.Sent() : new OrderEvent.Held("the connection broke"), cancellationToken);
        return handed;
    }

    private async Task TakeAsync(BrokerEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case BrokerEvent.OrderNews news when Find(news.Order) is { } order:
                await TakeAsync(order, news.Happened, cancellationToken);
                break;
            case BrokerEvent.Traded { Execution: var trade } when Find(trade.Order) is { } order:
                await TakeAsync(order, new OrderEvent.Executed(trade.Execution), cancellationToken);
                break;
            case BrokerEvent.OrderNews or BrokerEvent.Traded:
                Tell(new RouterNews.Alarm("foreign-order", (happened as BrokerEvent.Traded)?.Execution.Symbol, "The broker told of an order that is not ours. The books are compared."));
                _askedAt = null;
                Ask();
                break;
            case BrokerEvent.Connected:
                _compared = false;
                Tell(new RouterNews.NotReady("the books are being compared with the broker"));
                _askedAt = null;
                Ask();
                break;
            case BrokerEvent.Disconnected lost:
                _compared = false;
                _askedAt = null;
                Tell(new RouterNews.NotReady(lost.Why));
                foreach (var order in _unanswered.Keys.Select(reference => _orders[reference]).ToList())
                {
                    await TakeAsync(order, new OrderEvent.AnswerMissing("the connection was lost"), cancellationToken);
                }

                break;
            default:
                await TakeAnswerAsync(happened, cancellationToken);
                break;
        }
    }

    private async Task TakeAsync(Order order, OrderEvent happened, CancellationToken cancellationToken)
    {
        var outcome = Apply(order, happened);
        if (outcome is EventOutcome.Applied or EventOutcome.Contradiction)
        {
            _executed += happened is OrderEvent.Executed ? 1 : 0;
            await _journal.AppendAsync(order.Ticket.Reference, happened, _clock.GetUtcNow(), cancellationToken);
            Tell(new RouterNews.OrderChanged(order, happened, outcome));
        }

        if (outcome == EventOutcome.Contradiction)
        {
            Tell(new RouterNews.Alarm("contradiction", order.Ticket.Symbol, $"What the broker says of the order {order.Ticket.Reference} contradicts what is known: {happened}. The books are compared."));
            _askedAt = null;
            Ask();
        }

        if (order.State is OrderState.Sent or OrderState.CancelRequested)
        {
            _unanswered.TryAdd(order.Ticket.Reference, _clock.GetUtcNow());
        }
        else
        {
            _unanswered.Remove(order.Ticket.Reference);
        }

        if (order.State == OrderState.Unknown)
        {
            _unknownSince.TryAdd(order.Ticket.Reference, _clock.GetUtcNow());
        }
        else
        {
            _unknownSince.Remove(order.Ticket.Reference);
        }
    }

    private EventOutcome Apply(Order order, OrderEvent happened)
    {
        var outcome = order.Apply(happened);
        if (happened is OrderEvent.Executed { Execution: var execution })
        {
            Ledger.Book(order.Ticket.Symbol, order.Ticket.Side, execution);
        }
        else if (happened is OrderEvent.Charged charged)
        {
            Ledger.Charge(charged.ExecutionId, charged.Commission);
        }

        if (order.BrokerId is { } id)
        {
            _byBrokerId[id] = order;
        }

        return outcome;
    }

    private Order? Find(BrokerOrderKey key) =>
        key.BrokerId is { } id && _byBrokerId.TryGetValue(id, out var known) ? known
        : key.Reference is { } reference ? _orders.GetValueOrDefault(reference)
        : null;

    private void Tell(RouterNews news) => Watcher?.Invoke(news);

    /// <summary>Writes to the journal. When that fails, lines are kept in order and written later, and nothing is placed meanwhile.</summary>
    private sealed class JournalWriter(IOrderJournal journal)
    {
        private readonly Queue<(OrderRef Reference, OrderEvent Happened, DateTimeOffset At)> _late = [];

        public bool IsBehind => _late.Count > 0;

        public string? Fault { get; private set; }

        public Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken) => journal.ReadAsync(cancellationToken);

        public async Task<bool?> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken)
        {
            try
            {
                return await journal.AddAsync(ticket, at, cancellationToken);
            }
            catch (Exception fault) when (fault is DbException or IOException or TimeoutException)
            {
                Fault = fault.Message;
                return null;
            }
        }

        public async Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
        {
            _late.Enqueue((reference, happened, at));
            await CatchUpAsync(cancellationToken);
        }

        public async Task CatchUpAsync(CancellationToken cancellationToken)
        {
            try
            {
                while (_late.TryPeek(out var line))
                {
                    await journal.AppendAsync(line.Reference, line.Happened, line.At, cancellationToken);
                    _late.Dequeue();
                }
            }
            catch (Exception fault) when (fault is DbException or IOException or TimeoutException)
            {
                // Kept in the queue; IsBehind tells, and no order goes out until it is written.
                Fault = fault.Message;
            }
        }
    }
}
