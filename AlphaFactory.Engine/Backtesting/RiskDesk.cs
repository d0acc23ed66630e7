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
    private readonly RiskHalts _halts = new();
    private readonly List<RiskEvent> _events;
    private double _dayStart, _weekStart, _peak, _last;
    private DateOnly _day, _monday;

    public RiskDesk(BarSeries bars, SessionRules rules, Ledger ledger, TradeBook trades, List<RiskEvent> events)
    {
        (_bars, _ledger, _trades, _table, _wholeShares, _events) = (bars, ledger, trades, new RiskTable(rules.Risk), !rules.Fractional, events);
        _dayStart = _weekStart = _peak = _last = rules.InitialCapital;
        (_day, _monday) = bars.Count == 0 ? default : (bars.DateAt(0), MondayOf(bars.DateAt(0)));
    }

    /// <summary>Before anything happens in a bar: days and weeks begin, halts end.</summary>
    public void Begin(int bar)
    {
        var day = _bars.DateAt(bar);
        if (day != _day)
        {
            (_day, _dayStart) = (day, _last);
        }

        if (MondayOf(day) is var monday && monday != _monday)
        {
            (_monday, _weekStart) = (monday, _last);
        }

        foreach (var (rule, why, _) in _halts.Reopen(day).Where(over => over.Halt.Span == HaltSpan.Days))
        {
            // The old peak would close trading again at once.
            _peak = _last;
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
        if (_halts.First is { } closed)
        {
            Add(bar, closed.Rule, closed.Why, RiskOutcome.Halted, order.Quantity, 0, true);
            return 0;
        }

        var verdict = _table.Judge(Facts(price, order), _wholeShares);
        foreach (var bound in verdict.Bound)
        {
            Add(bar, bound.Rule, bound.Why, bound.Quantity > 0 ? RiskOutcome.Cut : RiskOutcome.Refused, order.Quantity, bound.Quantity, bound.IsTightest);
            _halts.Close(bound.Rule, bound.Why, bound.Halt, _day);
        }

        return verdict.Quantity;
    }

    /// <summary>Looks at the account at the close of a bar, before the strategy decides.</summary>
    /// <returns>True when the position must be closed on the next fill.</returns>
    public bool Watch(int bar, double close)
    {
        bool flatten = false;
        if (!_table.WatchesAccount)
        {
            return flatten;
        }

        var facts = Facts(close, null);
        _peak = Math.Max(_peak, facts.Equity);
        double held = Math.Abs(_ledger.Position);
        foreach (var (setting, answer) in _table.Watch(facts with { PeakEquity = _peak }))
        {
            var (why, halt, closes) = answer switch
            {
                RiskAnswer.Flatten stop => (stop.Why, stop.Halt, true),
                RiskAnswer.Block block => (block.Why, block.Halt, false),
                _ => throw new InvalidOperationException($"The rule {setting.Rule.Id} answered {answer} to a look at the account, which has no order to cut. Mend the rule."),
            };
            if (halt.Span == HaltSpan.Day && !closes && _bars.Identity.Interval.IsDaily)
            {
                // The day is over: there is nothing left of it to halt. An order at this very close is judged by itself.
                continue;
            }

            bool news = _halts.Close(setting.Rule.Id, why, halt, _day) || (closes && halt.Span == HaltSpan.None);
            flatten |= closes && held > 0;
            if (news)
            {
                Add(bar, setting.Rule.Id, why, closes && held > 0 ? RiskOutcome.Flattened : RiskOutcome.Closed, held, 0, false);
            }
        }

        return flatten;
    }

    /// <summary>After everything that happens in a bar.</summary>
    public void End(double equity) => _last = equity;

    private RiskFacts Facts(double price, RiskOrder? order) => new()
    {
        Equity = _ledger.Equity(price),
        Cash = _ledger.Cash,
        DayStartEquity = _dayStart,
        WeekStartEquity = _weekStart,
        PeakEquity = _peak,
        // With one symbol a position held beside an order is one in the order's own symbol.
        Holdings = _ledger.Position == 0 ? [] : [new Holding(_bars.Identity.Symbol, _ledger.Position, price, _trades.EntryPrice) { Correlation = 1 }],
        Order = order,
    };

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

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
