using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// Keeps what the risk rules must know over time (equity at the start of the day and the week, the peak, what is closed), asks them, and writes
/// down every rule that bound. There is one only when a run has risk rules.
/// </summary>
internal sealed class RiskDesk
{
    private readonly BarSeries _bars;
    private readonly Ledger _ledger;
    private readonly TradeBook _trades;
    private readonly RiskTable _table;
    private readonly bool _wholeShares;
    private readonly RiskPeriods _periods;
    private readonly List<RiskEvent> _events;

    public RiskDesk(BarSeries bars, SessionRules rules, Ledger ledger, TradeBook trades, List<RiskEvent> events)
    {
        (_bars, _ledger, _trades, _table, _wholeShares, _events) = (bars, ledger, trades, new RiskTable(rules.Risk), !rules.Fractional, events);
        _periods = new RiskPeriods(rules.InitialCapital);
    }

    /// <summary>Before anything happens in a bar: days and weeks begin, halts end.</summary>
    public void Begin(int bar)
    {
        foreach (var (rule, why, _) in _periods.Begin(_bars.DateAt(bar)))
        {
            Add(bar, rule, why, RiskOutcome.Reopened, 0, 0, false);
        }
    }

    /// <summary>Shares of an order that may be filled, from 0 to what was asked for.</summary>
    /// <param name="bar">Bar of the fill.</param>
    /// <param name="side">+1 buys, -1 sells short.</param>
    /// <param name="quantity">Shares asked for, positive.</param>
    /// <param name="price">Price of the market.</param>
    /// <param name="fillPrice">Price after slippage.</param>
    /// <param name="commission">Commission of the whole order.</param>
    /// <param name="stop">Level of the stop; NaN or infinite without one.</param>
    public double Admit(int bar, int side, double quantity, double price, double fillPrice, double commission, double stop)
    {
        var order = new RiskOrder(_bars.Identity.Symbol, side, quantity, Math.Max(price, fillPrice))
        {
            Costs = commission + (quantity * Math.Abs(fillPrice - price)),
            Stop = double.IsFinite(stop) ? stop : double.NaN,
        };
        if (_periods.Halts.First is { } closed)
        {
            Add(bar, closed.Rule, closed.Why, RiskOutcome.Halted, order.Quantity, 0, true);
            return 0;
        }

        var verdict = _table.Judge(Facts(price, order), _wholeShares);
        foreach (var bound in verdict.Bound)
        {
            Add(bar, bound.Rule, bound.Why, bound.Quantity > 0 ? RiskOutcome.Cut : RiskOutcome.Refused, order.Quantity, bound.Quantity, bound.IsTightest);
            _periods.Halts.Close(bound.Rule, bound.Why, bound.Halt, _periods.Day);
        }

        return verdict.Quantity;
    }

    /// <summary>Looks at the account at the close of a bar, before the strategy decides.</summary>
    /// <returns>True when the position must be closed on the next fill.</returns>
    public bool Watch(int bar, double close)
    {
        if (!_table.WatchesAccount)
        {
            return false;
        }

        bool flatten = false;
        double held = Math.Abs(_ledger.Position);
        foreach (var demand in _periods.Watch(_table, Facts(close, null), _bars.Identity.Interval.IsDaily))
        {
            bool closes = demand.Flattens && held > 0;
            flatten |= closes;
            if (demand.IsNew)
            {
                Add(bar, demand.Rule.Rule.Id, demand.Why, closes ? RiskOutcome.Flattened : RiskOutcome.Closed, held, 0, false);
            }
        }

        return flatten;
    }

    /// <summary>After everything that happens in a bar.</summary>
    public void End(double equity) => _periods.End(equity);

    private RiskFacts Facts(double price, RiskOrder? order) => _periods.Remember(new()
    {
        Equity = _ledger.Equity(price),
        Cash = _ledger.Cash,
        // With one symbol a position held beside an order is one in the order's own symbol.
        Holdings = _ledger.Position == 0 ? [] : [new Holding(_bars.Identity.Symbol, _ledger.Position, price, _trades.EntryPrice) { Correlation = 1 }],
        Order = order,
    });

    private void Add(int bar, string rule, Breach why, RiskOutcome outcome, double wanted, double allowed, bool isTightest) => _events.Add(new RiskEvent
    {
        Bar = bar,
        Rule = rule,
        Code = why.Code,
        Outcome = outcome,
        Wanted = wanted,
        Allowed = allowed,
        Value = why.Value,
        Limit = why.Limit,
        IsTightest = isTightest,
    });
}
