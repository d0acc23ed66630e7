using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>
/// The shell around a session where orders are real: brings its commands through the gate and the router, and the ends of orders back to it. It waits for the journal and
/// nothing else. One owner calls it, one call at a time.
/// </summary>
/// <param name="session">The decisions.</param>
/// <param name="router">Where orders go.</param>
/// <param name="setting">Rules, protections and what they must know.</param>
/// <param name="clock">The time.</param>
public sealed partial class LiveRunner(LiveSession session, OrderRouter router, LiveSetting setting, TimeProvider clock)
{
    /// <summary>Who speaks when an order waited too long for the broker.</summary>
    public const string Id = "runner";

    /// <summary>The reason given then: how long it waited, and how long it may.</summary>
    public static RuleCode TooLate { get; } = new("too-late", "The order could not be placed in time.", RuleUnit.Seconds);

    private static readonly TimeSpan s_memory = TimeSpan.FromHours(1);

    private readonly RiskGate _gate = new(setting.Rules, !session.Rules.Fractional);
    private readonly RiskTable _table = new(setting.Rules);
    private readonly RiskPeriods _periods = new(session.Rules.InitialCapital);
    private readonly List<(OrderRef Reference, PlacedOrder Order)> _placed = [];
    private readonly Dictionary<OrderRef, SessionCommand.Place> _wanted = [];
    private readonly List<EndedTrade> _ended = [];
    private readonly HashSet<OrderRef> _open = [];
    private readonly List<SessionCommand.Place> _postponed = [];
    private volatile GateMode _mode;
    private double _price = double.NaN;
    private DateTimeOffset _heard;

    /// <summary>What the gate lets through at all. It may be set from any thread: the next order is judged by it.</summary>
    public GateMode Mode
    {
        get => _mode;
        set => _mode = value;
    }

    /// <summary>Who or what set the mode, in words.</summary>
    public string? ModeWhy { get; set; }

    /// <summary>The locks of the protections.</summary>
    public LockBook Locks { get; } = new();

    /// <summary>The last orders that the gate refused, oldest first; <see cref="Watcher"/> is told of every one.</summary>
    public List<(OrderTicket Ticket, RiskRefusal Refusal)> Refusals { get; } = [];

    /// <summary>Equity at the last price; null before there was one.</summary>
    public decimal? Equity => double.IsNaN(_price) ? null : Ledger.Equity(_ => Crossing.ToMoney(_price));

    /// <summary>When the clock must be looked at again at the latest; null while all is quiet.</summary>
    public DateTimeOffset? NextLook => router.NextLook;

    /// <summary>A bar has opened.</summary>
    public async Task OpenedAsync(SessionEvent.BarOpened opened, CancellationToken cancellationToken)
    {
        Hear(opened.Price);
        _periods.Begin(TradingCalendar.Nyse.DayAt(opened.At));
        await StepAsync(opened, cancellationToken);
        await SettleAsync(cancellationToken);
    }

    /// <summary>A bar has closed.</summary>
    /// <param name="bar">0-based bar of the period.</param>
    /// <param name="seen">Every closed bar a strategy may see, this one the last.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    public async Task ClosedAsync(int bar, BarSeries seen, CancellationToken cancellationToken)
    {
        Hear(seen.Close[^1]);
        await SettleAsync(cancellationToken);
        await DecideAsync(bar, seen, cancellationToken);
        await SettleAsync(cancellationToken);
        _periods.End(Facts().Equity);
    }

    /// <summary>Looks at the account at a close, then lets the strategy decide.</summary>
    private async Task DecideAsync(int bar, BarSeries seen, CancellationToken cancellationToken)
    {
        setting.Witness?.Saw(seen);
        bool mustLeave = false;
        var facts = Facts();
        foreach (var demand in _periods.Watch(_table, facts, seen.Identity.Interval.IsDaily))
        {
            mustLeave |= demand.Flattens && facts.Holdings.Count > 0;
            if (demand.IsNew)
            {
                Tell(new RunnerNews.Halted(demand.Rule.Rule.Id, demand.Why, demand.Flattens, Now));
            }
        }

        await StepAsync(new SessionEvent.BarClosed(bar, seen, mustLeave), cancellationToken);
    }

    /// <summary>Takes in what the broker told, tells the session which orders are done, and does what it wants then, until there is nothing left to do.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        bool moved = true;
        while (moved)
        {
            setting.Advance?.Invoke();
            await router.PumpAsync(cancellationToken);
            moved = await TakeUpAsync(cancellationToken);
            foreach (var reference in _open.ToList())
            {
                var order = router.Orders[reference];
                if (order.State.IsOver() && order.Executions.All(execution => execution.Commission is not null))
                {
                    _open.Remove(reference);
                    _wanted.Remove(reference);
                    await StepAsync(new SessionEvent.OrderDone(order), cancellationToken);
                    moved = true;
                }
            }
        }
    }

    private async Task StepAsync(SessionEvent happened, CancellationToken cancellationToken)
    {
        var commands = session.Step(happened, new SessionAccount(Ledger.Of(session.Symbol).Quantity, Ledger.Cash));
        Protect();
        foreach (var command in commands)
        {
            if (command is SessionCommand.Place past && _relived is not null)
            {
                if (!await FindAsync(past, cancellationToken))
                {
                    await StepAsync(new SessionEvent.OrderRefused(past.Ticket.Reference), cancellationToken);
                }
            }
            else if (command is SessionCommand.Cancel late && _relived is not null && router.Orders.GetValueOrDefault(late.Reference) is { } order && order.State.IsOver())
            {
                await DeliverAsync(order, cancellationToken);
            }
            else if (command is SessionCommand.Place place)
            {
                _postponed.Add(place);
            }
            else if (command is SessionCommand.Cancel cancel && _postponed.RemoveAll(waiting => waiting.Ticket.Reference == cancel.Reference) > 0)
            {
                await StepAsync(new SessionEvent.OrderRefused(cancel.Reference), cancellationToken);
            }
            else if (command is SessionCommand.Cancel known)
            {
                await router.CancelAsync(known.Reference, known.Why, cancellationToken);
            }
        }
    }

    /// <summary>Places what waits, as soon as orders may be placed. What opens a position is given up when that took too long: its price is of another time.</summary>
    private async Task<bool> TakeUpAsync(CancellationToken cancellationToken)
    {
        bool moved = false;
        while (_postponed.Count > 0)
        {
            var place = _postponed[0];
            bool isLate = !place.Ticket.ReduceOnly && clock.GetUtcNow() - place.Ticket.Decided > setting.Patience;
            if (!isLate && router.FrozenWhy(session.Symbol) is not null)
            {
                break;
            }

            _postponed.RemoveAt(0);
            moved = true;
            if (isLate)
            {
                Refuse(place.Ticket, new RiskRefusal(TooLate.Id, Id, (clock.GetUtcNow() - place.Ticket.Decided).TotalSeconds, setting.Patience.TotalSeconds, router.FrozenWhy(session.Symbol)));
            }

            if (isLate || !await PlaceAsync(place, cancellationToken))
            {
                await StepAsync(new SessionEvent.OrderRefused(place.Ticket.Reference), cancellationToken);
            }
        }

        return moved;
    }

    private async Task<bool> PlaceAsync(SessionCommand.Place place, CancellationToken cancellationToken)
    {
        if (Judge(place) is not { } approved || await router.SubmitAsync(approved, cancellationToken) == SubmitOutcome.NotReady)
        {
            return false;
        }

        var ticket = approved.Ticket;
        _open.Add(ticket.Reference);
        _wanted[ticket.Reference] = place;
        _placed.RemoveAll(before => Now - before.Order.At > s_memory);
        _placed.Add((ticket.Reference, new PlacedOrder(ticket.Symbol, (int)ticket.Side, Crossing.ToResearch(ticket.Quantity), Now)));
        return true;
    }

    /// <summary>Asks the gate, and writes down what it says.</summary>
    private ApprovedOrder? Judge(SessionCommand.Place place)
    {
        var answer = _gate.Judge(place.Ticket, GateFacts(place));
        var bound = answer is GateAnswer.Approved passed ? passed.Bound : ((GateAnswer.Refused)answer).Bound;
        foreach (var rule in bound)
        {
            if (_periods.Halts.Close(rule.Rule, rule.Why, rule.Halt, _periods.Day))
            {
                Tell(new RunnerNews.Halted(rule.Rule, rule.Why, false, Now));
            }
        }

        if (answer is GateAnswer.Refused refused)
        {
            Refuse(place.Ticket, refused.Refusal);
            return null;
        }

        var order = ((GateAnswer.Approved)answer).Order;
        if (order.Ticket.Quantity < place.Ticket.Quantity && bound.FirstOrDefault(rule => rule.IsTightest) is { } tightest)
        {
            setting.Witness?.Cut(place.Ticket, order.Ticket.Quantity, tightest);
        }

        return order;
    }

    private GateFacts GateFacts(SessionCommand.Place place) => new()
    {
        Account = Facts() with
        {
            Market = new MarketFacts
            {
                Now = Now,
                LastPrice = _price,
                DataAge = (Now - _heard).TotalSeconds,
                Placed = [.. _placed.Where(before => before.Reference != place.Ticket.Reference).Select(before => before.Order)],
                Restricted = setting.Restricted,
                Earnings = setting.Earnings,
            },
        },
        Mode = Mode,
        ModeWhy = ModeWhy,
        Held = Ledger.Of(session.Symbol).Quantity,
        Leaving = Leaving(place.Ticket),
        FrozenWhy = router.FrozenWhy(session.Symbol),
        Price = place.Expected.Price,
        Costs = place.Expected.Costs,
        Stop = place.Expected.Stop,
        Sector = setting.Sector,
        Lock = Locks.On(session.Symbol, Now),
        Closed = _periods.Halts.First,
    };

    /// <summary>Shares that orders which wait already take off the position; those of one group, the new order's left out, count once.</summary>
    private decimal Leaving(OrderTicket ticket) => router.Orders.Values
        .Where(order => !order.State.IsOver() && order.Ticket.Reference != ticket.Reference && order.Ticket.Symbol == ticket.Symbol && order.Ticket.Side == ticket.Side && (order.Ticket.Group is null || order.Ticket.Group != ticket.Group))
        .GroupBy(order => order.Ticket.Group ?? order.Ticket.Reference.Text)
        .Sum(group => group.Max(order => order.Remaining));

    private RiskFacts Facts()
    {
        double held = Crossing.ToResearch(Ledger.Of(session.Symbol).Quantity), cash = Crossing.ToResearch(Ledger.Cash);
        return _periods.Remember(new RiskFacts
        {
            Equity = cash + (held * _price),
            Cash = cash,
            Holdings = held == 0 ? [] : [new Holding(session.Symbol, held, _price, session.EntryPrice) { Correlation = 1, Sector = setting.Sector }],
        });
    }

    private void Protect()
    {
        if (session.TakeEnded() is not { } ended)
        {
            return;
        }

        _ended.Add(ended);
        foreach (var (protection, parameters) in setting.Protections)
        {
            if (protection.Protection.Judge(new ProtectionFacts(Now, ended, _ended), parameters) is { } demand)
            {
                if (Locks.Add(demand, protection.Id, Now) is { } added)
                {
                    Tell(new RunnerNews.Locked(added));
                }
            }
        }
    }

    private void Hear(double price) => (_price, _heard) = (price, Now);
}

/// <summary>What a live session is held to.</summary>
public sealed record LiveSetting
{
    /// <summary>Risk rules.</summary>
    public IReadOnlyList<RiskSetting> Rules { get; init; } = [];

    /// <summary>Protections.</summary>
    public IReadOnlyList<ProtectionSetting> Protections { get; init; } = [];

    /// <summary>Sector of the symbol; null when it is not known.</summary>
    public string? Sector { get; init; }

    /// <summary>Symbols in which nothing may be opened; null when the list is not known.</summary>
    public IReadOnlySet<string>? Restricted { get; init; } = new HashSet<string>();

    /// <summary>Days on which the symbol reports; null when they are not known.</summary>
    public IReadOnlyList<DateOnly>? Earnings { get; init; }

    /// <summary>How long an order that opens a position may wait for a connection or an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Lets a broker without a thread of its own do what is due; null for one that has.</summary>
    public Action? Advance { get; init; }

    /// <summary>Is told what the session sees and what the gate keeps from it; null when nobody asks.</summary>
    public ISessionWitness? Witness { get; init; }
}
