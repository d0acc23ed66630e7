namespace AlphaFactory.Core.Trading;

/// <summary>
/// An order with its state and its executions. Events may come twice, late, or in the wrong order; whatever comes, <see cref="Filled"/> is the sum of the
/// executions, and the state moves only along <see cref="OrderTransitions"/>. Not thread safe: one owner applies all events.
/// </summary>
/// <param name="ticket">What was approved.</param>
public sealed class Order(OrderTicket ticket)
{
    private readonly List<Execution> _executions = [];
    private Dictionary<string, decimal>? _chargedEarly;

    /// <summary>What was approved.</summary>
    public OrderTicket Ticket { get; } = ticket;

    /// <summary>Where it is in its life.</summary>
    public OrderState State { get; private set; }

    /// <summary>The broker's lasting id; null until it said so.</summary>
    public string? BrokerId { get; private set; }

    /// <summary>Shares executed: the sum of <see cref="Executions"/>.</summary>
    public decimal Filled { get; private set; }

    /// <summary>Shares still wanted, never below 0.</summary>
    public decimal Remaining => Math.Max(0, Ticket.Quantity - Filled);

    /// <summary>The valid revision of each execution, in order of arrival.</summary>
    public IReadOnlyList<Execution> Executions => _executions;

    /// <summary>Commission so far.</summary>
    public decimal Commission => _executions.Sum(one => one.Commission ?? 0);

    /// <summary>Mean price of the executions; null without any.</summary>
    public decimal? AveragePrice => Filled > 0 ? _executions.Sum(one => one.Quantity * one.Price) / Filled : null;

    /// <summary>The last reason that came with an event: why it is held, was rejected, is unknown; null without one.</summary>
    public string? Why { get; private set; }

    /// <summary>True once somebody wanted it back, until the broker refused; it outlives <see cref="OrderState.Unknown"/>, so that the wish is told again.</summary>
    public bool CancelWanted { get; private set; }

    /// <summary>True when more was executed than was ordered, which only a broker's fault or a doubled order can do.</summary>
    public bool IsOverfilled => Filled > Ticket.Quantity;

    /// <summary>Takes in an event.</summary>
    public EventOutcome Apply(OrderEvent happened) => happened switch
    {
        OrderEvent.Executed executed => Execute(executed.Execution),
        OrderEvent.Charged charged => Charge(charged),
        OrderEvent.Persisted => State is OrderState.New or OrderState.Held ? Move(OrderState.Persisted) : Past(OrderState.Persisted),
        OrderEvent.Sent => State is OrderState.Persisted or OrderState.Held or OrderState.Unknown ? Move(OrderState.Sent) : NotYet() ?? Past(OrderState.Sent),
        OrderEvent.Held held => State is OrderState.New or OrderState.Persisted ? Move(OrderState.Held, held.Why) : Past(OrderState.Held),
        OrderEvent.Acknowledged acknowledged => Acknowledge(acknowledged),
        OrderEvent.Working => Confirm(OrderState.Working),
        OrderEvent.CancelRequested wish => RequestCancel(wish.Why),
        OrderEvent.CancelRefused refused => RefuseCancel(refused.Why),
        OrderEvent.Cancelled cancelled => End(OrderState.Cancelled, cancelled.Why),
        OrderEvent.Expired => End(OrderState.Expired, "its time was over"),
        // A refusal of what is partly executed can only mean the rest.
        OrderEvent.Rejected rejected => End(Filled > 0 ? OrderState.Cancelled : OrderState.Rejected, $"{rejected.Code}: {rejected.Why}"),
        OrderEvent.AnswerMissing missing => State.IsOver() || State == OrderState.New ? EventOutcome.Late : Move(OrderState.Unknown, missing.Why),
        _ => throw new ArgumentException($"There is no event {happened.GetType().Name} in an order's life.", nameof(happened)),
    };

    private EventOutcome Execute(Execution execution)
    {
        if (execution.Quantity < 0 || execution.Price < 0)
        {
            throw new ArgumentException($"The execution {execution.Id} is for {execution.Quantity} shares at {execution.Price}; neither may be below 0.", nameof(execution));
        }

        int known = _executions.FindIndex(one => one.Id == execution.Id);
        if (known >= 0 && _executions[known].Revision >= execution.Revision)
        {
            return _executions[known].Revision == execution.Revision ? EventOutcome.Duplicate : EventOutcome.Late;
        }

        var valid = execution with { Commission = execution.Commission ?? EarlyCharge(execution.Id) ?? (known >= 0 ? _executions[known].Commission : null) };
        if (known >= 0)
        {
            Filled += valid.Quantity - _executions[known].Quantity;
            _executions[known] = valid;
        }
        else
        {
            Filled += valid.Quantity;
            _executions.Add(valid);
        }

        var next = AfterExecution();
        bool odd = State is OrderState.New or OrderState.Rejected || IsOverfilled;
        if (next != State)
        {
            Move(next);
        }

        return odd ? EventOutcome.Contradiction : EventOutcome.Applied;
    }

    private OrderState AfterExecution()
    {
        bool full = Filled >= Ticket.Quantity;
        return State switch
        {
            OrderState.New => OrderState.Unknown,
            OrderState.Filled => full ? State : OrderState.Cancelled,
            OrderState.Rejected => full ? OrderState.Filled : Filled > 0 ? OrderState.Unknown : State,
            _ when full => OrderState.Filled,
            // Nobody knows of the rest, or somebody wants it back, or it is over: some shares more or fewer do not change that.
            OrderState.Unknown or OrderState.CancelRequested or OrderState.Cancelled or OrderState.Expired => State,
            OrderState.Persisted or OrderState.Held or OrderState.Sent or OrderState.Acknowledged when Filled == 0 => State,
            _ => Filled > 0 ? OrderState.PartiallyFilled : OrderState.Working,
        };
    }

    private EventOutcome Charge(OrderEvent.Charged charged)
    {
        int known = _executions.FindIndex(one => one.Id == charged.ExecutionId);
        if (known < 0)
        {
            bool isNew = !(_chargedEarly ??= []).TryGetValue(charged.ExecutionId, out decimal before) || before != charged.Commission;
            _chargedEarly[charged.ExecutionId] = charged.Commission;
            return isNew ? EventOutcome.Applied : EventOutcome.Duplicate;
        }

        if (_executions[known].Commission == charged.Commission)
        {
            return EventOutcome.Duplicate;
        }

        _executions[known] = _executions[known] with { Commission = charged.Commission };
        return EventOutcome.Applied;
    }

    private decimal? EarlyCharge(string id) => _chargedEarly is not null && _chargedEarly.TryGetValue(id, out decimal commission) ? commission : null;

    private EventOutcome Acknowledge(OrderEvent.Acknowledged acknowledged)
    {
        if (NotYet() is { } outcome)
        {
            return outcome;
        }

        bool learned = acknowledged.BrokerId is not null && BrokerId is null;
        BrokerId ??= acknowledged.BrokerId;
        var moved = State is OrderState.Persisted or OrderState.Held or OrderState.Sent or OrderState.Unknown
            ? Move(Waiting(OrderState.Acknowledged))
            : Past(OrderState.Acknowledged);
        return learned ? EventOutcome.Applied : moved;
    }

    private EventOutcome Confirm(OrderState state) => NotYet() ?? (
        State is OrderState.Persisted or OrderState.Held or OrderState.Sent or OrderState.Acknowledged or OrderState.Unknown ? Move(Waiting(state)) : Past(state));

    /// <summary>A waiting order as its executions leave it: with some it is partly filled, with all of them it does not wait.</summary>
    private OrderState Waiting(OrderState without) => Filled >= Ticket.Quantity ? OrderState.Filled : Filled > 0 ? OrderState.PartiallyFilled : without;

    private EventOutcome RequestCancel(string why)
    {
        bool isNew = !CancelWanted && !State.IsOver();
        CancelWanted |= isNew;
        if (State == OrderState.Unknown)
        {
            // A wish is no answer: nobody knows more than before.
            return isNew ? EventOutcome.Applied : EventOutcome.Duplicate;
        }

        return State == OrderState.New ? Move(OrderState.Cancelled, why)
            : State.IsOver() || State == OrderState.CancelRequested ? Past(OrderState.CancelRequested)
            : Move(OrderState.CancelRequested, why);
    }

    private EventOutcome RefuseCancel(string why)
    {
        CancelWanted = false;
        return State == OrderState.CancelRequested ? Move(Waiting(OrderState.Working), why) : EventOutcome.Late;
    }

    private EventOutcome End(OrderState end, string why) =>
        State == OrderState.New && end != OrderState.Cancelled ? NotYet()!.Value
        : State.IsOver() ? Past(end)
        : Move(Filled >= Ticket.Quantity ? OrderState.Filled : end, why);

    /// <summary>A broker's word on an order that was never written down: nobody can have sent it, so somebody must look.</summary>
    private EventOutcome? NotYet()
    {
        if (State != OrderState.New)
        {
            return null;
        }

        Move(OrderState.Unknown, "the broker knows of an order that was not sent");
        return EventOutcome.Contradiction;
    }

    private EventOutcome Past(OrderState state) => State == state ? EventOutcome.Duplicate : EventOutcome.Late;

    private EventOutcome Move(OrderState next, string? why = null)
    {
        if (next == State)
        {
            return EventOutcome.Duplicate;
        }

        if (!OrderTransitions.Allows(State, next))
        {
            throw new InvalidOperationException($"The order {Ticket.Reference} would go from {State} to {next}, which the table of transitions does not have. This is a fault of the program; please report it.");
        }

        State = next;
        Why = why ?? Why;
        return EventOutcome.Applied;
    }
}
