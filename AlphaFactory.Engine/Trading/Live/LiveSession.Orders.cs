using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>How what was decided becomes orders at an opening, one after the other, and what their ends mean.</summary>
public sealed partial class LiveSession
{
    /// <summary>What an order is for.</summary>
    private enum OrderRole
    {
        /// <summary>Opens, adds or takes some off, as the strategy wants.</summary>
        Enter,

        /// <summary>Leaves because the strategy wants another side.</summary>
        LeaveBySignal,

        /// <summary>Leaves because a rule says so.</summary>
        LeaveByRule,

        /// <summary>Waits at the stop.</summary>
        Stop,

        /// <summary>Waits at the target.</summary>
        Target,

        /// <summary>Leaves because a person says so.</summary>
        LeaveByHand,
    }

    /// <summary>The steps of an opening, in the order of a backtest.</summary>
    private enum OpeningStep
    {
        Unprotect,
        LeaveForHand,
        LeaveForRisk,
        LeaveForSignal,
        Enter,
        LeaveForTime,
        Protect,
    }

    private void Open(SessionEvent.BarOpened opened)
    {
        (_opening, _bar) = (opened, opened.Bar);
        _steps.Clear();
        foreach (var step in Enum.GetValues<OpeningStep>())
        {
            _steps.Enqueue(step);
        }

        GoOn();
    }

    /// <summary>Takes the steps of the opening until one has to wait for an order.</summary>
    private void GoOn()
    {
        while (_waitingFor.Count == 0 && _opening is { } opening && _steps.TryDequeue(out var step))
        {
            switch (step)
            {
                case OpeningStep.Unprotect when MustMove(opening):
                    TakeBack("the position changes, or its levels did");
                    break;
                case OpeningStep.LeaveForHand when _handWantsOut:
                    _handWantsOut = false;
                    Leave(OrderRole.LeaveByHand, ExitReasons.Hand, opening);
                    break;
                case OpeningStep.LeaveForRisk when _mustLeave:
                    _mustLeave = false;
                    Leave(OrderRole.LeaveByRule, ExitReasons.Risk, opening);
                    break;
                case OpeningStep.LeaveForSignal when _due.IsDue && Math.Sign(_account.Held) != Math.Sign(_due.Wanted):
                    Leave(OrderRole.LeaveBySignal, ExitReasons.Signal, opening);
                    break;
                case OpeningStep.Enter when _due.IsDue:
                    Enter(opening);
                    break;
                case OpeningStep.LeaveForTime when TimeIsOver(opening):
                    Leave(OrderRole.LeaveByRule, ExitReasons.Time, opening);
                    break;
                case OpeningStep.Protect when _exits.HasLevels && _account.Held != 0 && IsWatched(opening):
                    Protect(opening);
                    break;
            }
        }
    }

    private bool MustMove(SessionEvent.BarOpened opening) =>
        _mustLeave || _handWantsOut || _due.IsDue || TimeIsOver(opening) || _account.Held == 0 || _placedStop != _levels.Stop || _placedTarget != _levels.Target;

    private bool TimeIsOver(SessionEvent.BarOpened opening) => _exits.TimeStopBars is { } most && _account.Held != 0 && opening.Bar - _trades.EntryBar >= most;

    private bool IsWatched(SessionEvent.BarOpened opening) => opening.Bar > _trades.EntryBar || _exits.StopsFrom == Core.Exits.StopsFrom.EntryBar;

    private void LeaveByHand(SessionEvent.LeaveWanted wanted)
    {
        _handWantsOut = true;
        // What was decided before is no longer wanted.
        _due = DueOrder.None;
        if (_opening is { } opening)
        {
            // Never the instant of the opening itself: an order of that instant was wanted before the bar opened, which a session that comes back must be able to tell.
            _opening = opening with { At = wanted.At > opening.At ? wanted.At : opening.At.AddMilliseconds(1), Price = wanted.Price };
            _steps.Clear();
            _steps.Enqueue(OpeningStep.Unprotect);
            _steps.Enqueue(OpeningStep.LeaveForHand);
            GoOn();
        }
    }

    private void Leave(OrderRole role, string reason, SessionEvent.BarOpened opening)
    {
        if (_account.Held != 0)
        {
            Place(role, Ticket(opening.At, _account.Held > 0 ? OrderSide.Sell : OrderSide.Buy, Math.Abs(_account.Held), opening.Price, reason, role), new ExpectedFill(opening.Price, 0, double.NaN));
        }
    }

    private void Enter(SessionEvent.BarOpened opening)
    {
        var due = _due;
        _due = DueOrder.None;
        int side = Math.Sign(due.Wanted);
        if (side == 0)
        {
            return;
        }

        double held = Math.Abs(Crossing.ToResearch(_account.Held)), cash = Crossing.ToResearch(_account.Cash);
        double equity = cash + (Crossing.ToResearch(_account.Held) * opening.Price);
        var plan = _planner.Plan(due, side, opening.Bar, opening.Price, opening.Volume, new HeldPosition(held, equity, cash), _levels);
        if (plan.Change == 0 || double.IsNaN(plan.Change))
        {
            return;
        }

        double change = Math.Abs(plan.Change);
        decimal quantity = Crossing.ToShares(change, !_rules.Fractional);
        if (quantity > 0)
        {
            _entering = due;
            double costs = _rules.Commission.Of(change, plan.FillPrice) + (change * Math.Abs(plan.FillPrice - opening.Price));
            Place(OrderRole.Enter, Ticket(opening.At, side * Math.Sign(plan.Change) > 0 ? OrderSide.Buy : OrderSide.Sell, quantity, opening.Price, ExitReasons.Signal, OrderRole.Enter),
                new ExpectedFill(Math.Max(opening.Price, plan.FillPrice), costs, double.IsFinite(plan.Stop) ? plan.Stop : double.NaN));
        }
    }

    /// <summary>An order is over: the trade is written down, and the opening goes on.</summary>
    private void Done(Order order)
    {
        if (!_roles.Remove(order.Ticket.Reference, out var role))
        {
            return;
        }

        bool wasFlat = _account.Held - ((int)order.Ticket.Side * order.Filled) == 0;
        if (order.AveragePrice is { } average)
        {
            double price = Crossing.ToResearch(average);
            if (role == OrderRole.Enter && wasFlat)
            {
                _levels = _planner.Open(_entering, (int)order.Ticket.Side, price);
            }

            string reason = role == OrderRole.Stop && _levels.IsTrailing ? ExitReasons.TrailingStop : order.Ticket.Reason;
            int closedBefore = _trades.ClosedCount;
            var fill = new Fill(_bar, (int)order.Ticket.Side, Crossing.ToResearch(order.Filled), price, Crossing.ToResearch(order.Commission), 0, reason);
            _trades.Record(fill, _levels, _account.Held == 0);
            if (_trades.ClosedCount > closedBefore)
            {
                _ended = new EndedTrade(_symbol, order.Executions[^1].At, _trades.Closed(closedBefore).Return, role == OrderRole.Stop);
            }

            if (role is (OrderRole.LeaveByRule or OrderRole.LeaveByHand or OrderRole.Stop or OrderRole.Target) && _account.Held == 0)
            {
                _decisions.LeftByRule(-(int)order.Ticket.Side, ref _due);
            }
        }

        if (role is (OrderRole.LeaveByRule or OrderRole.LeaveBySignal or OrderRole.LeaveByHand) && _account.Held != 0)
        {
            // It was not filled, or not wholly. What had to be left still has to be.
            MustStillLeave(role);
        }

        Arrived(order.Ticket.Reference);
    }

    private void Refused(OrderRef reference)
    {
        if (_roles.Remove(reference, out var role) && role is (OrderRole.LeaveByRule or OrderRole.LeaveBySignal or OrderRole.LeaveByHand))
        {
            // What had to be left still has to be: the next opening tries again.
            MustStillLeave(role);
        }

        Arrived(reference);
    }

    private void MustStillLeave(OrderRole role)
    {
        _handWantsOut |= role == OrderRole.LeaveByHand;
        _mustLeave |= role != OrderRole.LeaveByHand;
    }

    private void Arrived(OrderRef reference)
    {
        if (_protecting.Remove(reference) && _protecting.Count == 0)
        {
            (_placedStop, _placedTarget) = (double.NaN, double.NaN);
        }

        if (_waitingFor.Remove(reference))
        {
            GoOn();
        }
    }

    /// <summary>Puts stop and target to the broker as one group, so that they live while this program does not.</summary>
    private void Protect(SessionEvent.BarOpened opening)
    {
        if (_protecting.Count > 0)
        {
            return;
        }

        (_placedStop, _placedTarget) = (_levels.Stop, _levels.Target);
        string group = OrderRef.Of(_deployment, _symbol, opening.At, (int)OrderRole.Stop).Text;
        foreach (var (role, kind, level, reason) in ((OrderRole, OrderKind, double, string)[])[(OrderRole.Stop, OrderKind.Stop, _levels.Stop, ExitReasons.Stop), (OrderRole.Target, OrderKind.MarketIfTouched, _levels.Target, ExitReasons.TakeProfit)])
        {
            if (double.IsFinite(level) && level > 0)
            {
                var ticket = Ticket(opening.At, _account.Held > 0 ? OrderSide.Sell : OrderSide.Buy, Math.Abs(_account.Held), opening.Price, reason, role);
                _protecting.Add(ticket.Reference);
                Place(role, ticket with { Kind = kind, StopPrice = Crossing.ToMoney(level), Group = group, Lifetime = OrderLifetime.UntilCancelled }, new ExpectedFill(opening.Price, 0, double.NaN));
            }
        }
    }

    private void TakeBack(string why)
    {
        foreach (var reference in _protecting)
        {
            _waitingFor.Add(reference);
            _commands.Add(new SessionCommand.Cancel(reference, why));
        }
    }

    /// <summary>The same bar and the same role give the same reference, in this process or in the next one.</summary>
    private OrderTicket Ticket(DateTimeOffset at, OrderSide side, decimal quantity, double price, string reason, OrderRole role) => new()
    {
        Reference = OrderRef.Of(_deployment, _symbol, at, (int)role),
        Symbol = _symbol,
        Side = side,
        Quantity = quantity,
        Decided = at,
        DecisionPrice = Crossing.ToMoney(price),
        Reason = reason,
        ReduceOnly = role != OrderRole.Enter,
    };

    private void Place(OrderRole role, OrderTicket ticket, ExpectedFill expected)
    {
        _roles[ticket.Reference] = role;
        if (role is not (OrderRole.Stop or OrderRole.Target))
        {
            _waitingFor.Add(ticket.Reference);
        }

        _commands.Add(new SessionCommand.Place(ticket, expected));
    }
}
