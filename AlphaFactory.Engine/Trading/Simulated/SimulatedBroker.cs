using System.Globalization;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Simulated;

/// <summary>
/// The built-in broker: an order book that fills against the moves of a market it is told of, with latency, partial fills, slippage, commission and, on wish, everything
/// that goes wrong at real brokers, by seed. It has no thread and no timer: whoever owns it tells it of the market and calls <see cref="Advance"/> when time has passed, so
/// the same calls give the same fills at any speed. Its books go on while the connection is broken.
/// </summary>
/// <param name="clock">The time.</param>
/// <param name="terms">What it takes and how well it behaves.</param>
public sealed partial class SimulatedBroker(TimeProvider clock, SimulatedTerms terms) : IBroker
{
    private const int EndedTold = 100;

    private readonly SeededRandom _random = new(terms.Seed);
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Number)> _due = new();
    private readonly List<RestingOrder> _orders = [];
    private readonly List<RestingOrder> _resting = [];
    private readonly List<BrokerExecution> _executions = [];
    private readonly Dictionary<string, (double Price, double Volume)> _prices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _positions = new(StringComparer.Ordinal);
    private long _number;

    /// <inheritdoc/>
    public TradingMode Mode => TradingMode.Simulated;

    /// <inheritdoc/>
    public bool IsConnected { get; private set; } = true;

    /// <inheritdoc/>
    public Action<BrokerEvent>? Listener { get; set; }

    /// <summary>Every order that arrived, in order of arrival; the same reference twice is two orders, as at a real broker.</summary>
    public IReadOnlyList<OrderTicket> Arrived => [.. _orders.Select(order => order.Ticket)];

    /// <summary>Every execution, corrections in place of what they corrected.</summary>
    public IReadOnlyList<BrokerExecution> Executions => _executions;

    /// <summary>What the broker's own books hold, by symbol; zero positions among them.</summary>
    public IReadOnlyDictionary<string, decimal> Positions => _positions;

    /// <summary>Instant at which something is due next; null when nothing is on its way.</summary>
    public DateTimeOffset? NextDue => _due.TryPeek(out _, out var due) ? due.Due : null;

    /// <inheritdoc/>
    public bool Place(ApprovedOrder order)
    {
        if (!IsConnected)
        {
            return false;
        }

        if (!Chance(terms.Faults.NeverArrives))
        {
            var ticket = order.Ticket;
            In(Way(), () => Arrive(ticket));
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Cancel(OrderRef reference)
    {
        if (!IsConnected)
        {
            return false;
        }

        In(Way(), () => TakeBack(reference));
        return true;
    }

    /// <inheritdoc/>
    public bool Ask(int number)
    {
        if (!IsConnected)
        {
            return false;
        }

        if (!Chance(terms.Faults.Unanswered))
        {
            In(Way(), () => Answer(number));
        }

        return true;
    }

    /// <summary>Takes in a move of the market, and does what is due.</summary>
    public void Move(MarketMove move)
    {
        Advance();
        if (IsConnected && Chance(terms.Faults.Breaks))
        {
            Disconnect("the connection was lost");
            In(terms.Faults.BreakLength, Connect);
        }

        Match(move);
        Advance();
    }

    /// <summary>Does everything that is due by now.</summary>
    public void Advance()
    {
        while (_due.TryPeek(out var action, out var due) && due.Due <= clock.GetUtcNow())
        {
            _due.Dequeue();
            action();
        }
    }

    /// <summary>Breaks the connection. What is on its way back is lost; what arrived lives on.</summary>
    public void Disconnect(string why)
    {
        if (IsConnected)
        {
            IsConnected = false;
            Listener?.Invoke(new BrokerEvent.Disconnected(why));
        }
    }

    /// <summary>Makes the connection again.</summary>
    public void Connect()
    {
        if (!IsConnected)
        {
            IsConnected = true;
            Listener?.Invoke(new BrokerEvent.Connected());
        }
    }

    /// <summary>An order of somebody else on the same account, filled at once: what a person does in the broker's own program.</summary>
    public void TradeByHand(string symbol, OrderSide side, decimal quantity, decimal price)
    {
        var execution = new BrokerExecution(new BrokerOrderKey(null, $"hand-{_executions.Count}"), symbol, side, new Execution($"hand-{_executions.Count}", 0, quantity, price, clock.GetUtcNow(), 0));
        Book(execution);
    }

    private void Arrive(OrderTicket ticket)
    {
        var order = new RestingOrder(ticket, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{++_named}"));
        _orders.Add(order);
        if (ticket.Fault() is { } fault)
        {
            Over(order, new OrderEvent.Rejected("invalid", fault));
        }
        else if (Chance(terms.Faults.Rejects))
        {
            Over(order, new OrderEvent.Rejected("simulated", "the broker would not have it"));
        }
        else
        {
            _resting.Add(order);
            Tell(order, new OrderEvent.Acknowledged(order.BrokerId));
            Tell(order, new OrderEvent.Working());
            if (_prices.TryGetValue(ticket.Symbol, out var market) && market.Price > 0)
            {
                // What would fill at the price there is does so at once; a stop waits for the next move.
                Try(order, ticket.Kind switch
                {
                    OrderKind.Market => market.Price,
                    OrderKind.Limit => order.PriceIn(market.Price, market.Price, market.Price),
                    _ => null,
                }, market.Volume);
            }

            if (ticket.Lifetime == OrderLifetime.ImmediateOrCancel && !order.IsOver && order.Promised == 0)
            {
                Over(order, new OrderEvent.Cancelled("not all of it could be executed at once"));
            }
        }
    }

    private void TakeBack(OrderRef reference)
    {
        var order = _resting.Find(one => one.Ticket.Reference == reference);
        if (order is not null)
        {
            Over(order, new OrderEvent.Cancelled("asked for"));
        }
        else if (_orders.FindLast(one => one.Ticket.Reference == reference) is { } over)
        {
            Tell(over, new OrderEvent.CancelRefused("it no longer waits"));
        }
    }

    private void Answer(int number)
    {
        // One picture of one moment, told on one way, so that nothing comes between its parts.
        BrokerOpenOrder[] open = [.. _resting.Select(order => new BrokerOpenOrder(order.Key, order.Ticket.Symbol, order.Ticket.Side, order.Ticket.Quantity, order.Filled))];
        BrokerEndedOrder[] ended = [.. _orders.Where(order => order.IsOver).TakeLast(EndedTold).Select(order => new BrokerEndedOrder(order.Key, order.End))];
        BrokerExecution[] executions = [.. _executions];
        var positions = _positions.Where(pair => pair.Value != 0).ToDictionary(pair => pair.Key, pair => pair.Value);
        Send(Way(), () =>
        {
            Listener?.Invoke(new BrokerEvent.OpenOrders(number, open, ended));
            Listener?.Invoke(new BrokerEvent.Executions(number, executions));
            Listener?.Invoke(new BrokerEvent.Positions(number, positions));
        });
    }

    private void Over(RestingOrder order, OrderEvent news)
    {
        (order.IsOver, order.End) = (true, news);
        _resting.Remove(order);
        Tell(order, news);
    }

    private void Tell(RestingOrder order, OrderEvent news) => Tell(new BrokerEvent.OrderNews(order.Key, news));

    private void Tell(BrokerEvent news)
    {
        if (Chance(terms.Faults.Lost))
        {
            return;
        }

        Send(Way(), () => Listener?.Invoke(news));
        if (Chance(terms.Faults.Twice))
        {
            Send(Way(), () => Listener?.Invoke(news));
        }
    }

    /// <summary>What is on its way when the connection breaks never arrives.</summary>
    private void Send(TimeSpan way, Action tell)
    {
        if (IsConnected)
        {
            In(way, () =>
            {
                if (IsConnected)
                {
                    tell();
                }
            });
        }
    }

    private void In(TimeSpan delay, Action action) => _due.Enqueue(action, (clock.GetUtcNow() + delay, _number++));

    private TimeSpan Way() => terms.Faults.Jitter == TimeSpan.Zero ? terms.Faults.Latency : terms.Faults.Latency + (terms.Faults.Jitter * _random.NextDouble());

    private bool Chance(double chance) => chance > 0 && _random.NextDouble() < chance;
}
