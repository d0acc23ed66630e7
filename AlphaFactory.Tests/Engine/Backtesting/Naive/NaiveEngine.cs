using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Backtesting.Naive;

/// <summary>
/// The rules of docs/how-fills-work.md written a second time: slow, plain, from the text alone, levels worked out anew from the whole history of
/// the trade on every bar. It shares no arithmetic with the engine.
/// </summary>
internal sealed class NaiveEngine(BarSeries bars, SessionRules rules, double[] target)
{
    private readonly ExitRules _exits = rules.Exits;
    private readonly double[] _atr = NaiveLevels.AverageTrueRange(bars, rules.Exits.AtrLength);
    private double _cash = rules.InitialCapital, _shares, _lastOrder;
    private int _forbidden;
    private (double Wanted, double Close, double Atr)? _waiting;
    private NaiveTrade? _trade;
    private bool _over;

    public List<NaiveTrade> Trades { get; } = [];

    public List<double> Equity { get; } = [];

    public NaiveEngine Run()
    {
        for (int bar = 0; bar < bars.Count; bar++)
        {
            Night(bar);
            At(bar, bars.Open[bar], FillConvention.NextOpen);
            Watch(bar);
            At(bar, bars.Close[bar], FillConvention.NextClose);
            bool lastOfAll = bar == bars.Count - 1 && bars.Identity.DelistedOn is { } day && bars.DateAt(bar) >= day;
            if (!_over && !lastOfAll)
            {
                Decide(bar);
                At(bar, bars.Close[bar], FillConvention.SameClose);
            }

            if (_trade is not null && _cash + (_shares * bars.Close[bar]) <= 0 && !_over)
            {
                Leave(bar, bars.Close[bar], "risk", free: false);
                (_waiting, _over) = (null, true);
            }
            else if (_trade is not null && lastOfAll)
            {
                Leave(bar, bars.Close[bar], "delisted", free: true);
            }

            if (_trade is not null && (_trade.EntryBar < bar || rules.Fill == FillConvention.NextOpen))
            {
                _trade.Held.Add((bars.High[bar], bars.Low[bar], _atr[bar]));
            }

            Equity.Add(_cash + (_shares * bars.Close[bar]));
        }

        return this;
    }

    private void Night(int bar)
    {
        if (bar == 0 || _trade is null)
        {
            return;
        }

        if (_shares < 0)
        {
            int nights = bars.DateAt(bar).DayNumber - bars.DateAt(bar - 1).DayNumber;
            double cost = Math.Abs(_shares) * bars.Close[bar - 1] * rules.BorrowFraction * nights / 365;
            _cash -= cost;
            _trade.Borrow += cost;
        }

        foreach (var action in bars.Actions.Where(action => action.Time == bars.Times[bar]))
        {
            _cash += _shares * action.Dividend;
            _trade.Dividends += _shares * action.Dividend;
            _shares *= action.SplitRatio;
            NaiveLevels.Restate(_trade, action.SplitRatio);
        }
    }

    private void At(int bar, double price, FillConvention moment)
    {
        if (rules.Fill != moment)
        {
            return;
        }

        if (_waiting is { } order)
        {
            _waiting = null;
            Execute(order, bar, price);
        }

        if (_trade is not null && _exits.TimeStopBars is { } limit && bar >= _trade.EntryBar + limit)
        {
            LeaveByRule(bar, price, "time");
        }
    }

    private void Execute((double Wanted, double Close, double Atr) order, int bar, double price)
    {
        int side = Math.Sign(order.Wanted);
        if (_trade is not null && _trade.Side != side)
        {
            Leave(bar, price, "signal", free: false);
        }

        if (side == 0)
        {
            return;
        }

        double held = Math.Abs(_shares), volume = bars.Volume[bar], equity = _cash + (_shares * price);
        double more = Wanted(NaiveCosts.Price(rules.Slippage, price, side, 0, 1)) - held;
        if (more > 0)
        {
            // A second count at the price which the first would have had; where volume plays no part the two are the same.
            more = Wanted(NaiveCosts.Price(rules.Slippage, price, side, more, volume)) - held;
        }

        if (more > 0 && rules.VolumeCapFraction is { } cap)
        {
            double most = cap * (double.IsNaN(volume) ? 0 : volume);
            more = more > most ? Whole(most) : more;
        }

        if (more == 0)
        {
            return;
        }

        double paid = NaiveCosts.Price(rules.Slippage, price, side * Math.Sign(more), Math.Abs(more), volume);
        if (_trade is null)
        {
            _trade = new NaiveTrade { Side = side, EntryBar = bar, Entry = paid, Base = _exits.StopBase == StopBase.Fill ? paid : order.Close, DecisionAtr = order.Atr };
            (_trade.FirstStop, _trade.FirstTarget) = (NaiveLevels.Stop(_exits, _trade)?.Level, NaiveLevels.Target(_exits, _trade));
            Trades.Add(_trade);
        }

        Book(side * more, paid, NaiveCosts.Commission(rules.Commission, Math.Abs(more), paid));
        if (_shares == 0)
        {
            End(bar, "signal");
        }

        double Wanted(double fill)
        {
            double size = Math.Abs(order.Wanted) * rules.SizeFraction * equity / fill;
            double count = Whole(Math.Min(size, NaiveCosts.Affordable(rules.Commission, equity, fill)));
            double left = side > 0 ? _cash : equity - (held * fill);
            return Math.Min(count, held + Whole(NaiveCosts.Affordable(rules.Commission, left, fill)));
        }
    }

    private double Whole(double count) => Math.Max(0, rules.Fractional ? count : Math.Floor(count + 1e-9));

    private void Watch(int bar)
    {
        if (_trade is null || (_trade.EntryBar == bar && _exits.StopsFrom == StopsFrom.NextBar))
        {
            return;
        }

        double open = bars.Open[bar], high = bars.High[bar], low = bars.Low[bar];
        bool isLong = _trade.Side > 0;
        var stop = NaiveLevels.Stop(_exits, _trade);
        double? goal = NaiveLevels.Target(_exits, _trade);
        bool stopHit = stop is { } s && (isLong ? low <= s.Level : high >= s.Level);
        bool goalHit = goal is { } g && (isLong ? high >= g : low <= g);
        if (stopHit && (!goalHit || _exits.BothTouched == BothTouched.StopFirst))
        {
            LeaveByRule(bar, isLong ? Math.Min(open, stop!.Value.Level) : Math.Max(open, stop!.Value.Level), stop.Value.Trails ? "trailing-stop" : "stop");
        }
        else if (goalHit)
        {
            LeaveByRule(bar, isLong ? Math.Max(open, goal!.Value) : Math.Min(open, goal!.Value), "take-profit");
        }
    }

    private void Decide(int bar)
    {
        double now = Opinion(bar), before = bar == 0 ? double.NaN : Opinion(bar - 1);
        if (double.IsNaN(now))
        {
            return;
        }

        bool fresh = double.IsNaN(before) || Math.Sign(before) != Math.Sign(now);
        if (_forbidden != 0 && Math.Sign(now) == _forbidden && !fresh)
        {
            return;
        }

        _forbidden = 0;
        if (now != _lastOrder)
        {
            _lastOrder = now;
            _waiting = (now, bars.Close[bar], _atr[bar]);
        }
    }

    private double Opinion(int bar) => (_exits.StopAtr is not null || _exits.TrailingAtr is not null) && double.IsNaN(_atr[bar]) ? double.NaN : target[bar];

    private void LeaveByRule(int bar, double price, string reason)
    {
        int side = _trade!.Side;
        Leave(bar, price, reason, free: false);
        if (_waiting is not { } order || Math.Sign(order.Wanted) == side)
        {
            (_waiting, _lastOrder) = (null, 0);
        }

        _forbidden = _exits.ReEntry == ReEntry.FreshSignal ? side : 0;
    }

    private void Leave(int bar, double price, string reason, bool free)
    {
        double count = Math.Abs(_shares);
        double got = free ? price : NaiveCosts.Price(rules.Slippage, price, -_trade!.Side, count, bars.Volume[bar]);
        Book(-_shares, got, free ? 0 : NaiveCosts.Commission(rules.Commission, count, got));
        End(bar, reason);
    }

    private void Book(double signed, double price, double commission)
    {
        _cash -= (signed * price) + commission;
        _shares += signed;
        _trade!.Fills.Add((signed, price, commission));
    }

    private void End(int bar, string reason)
    {
        (_trade!.ExitBar, _trade.Reason) = (bar, reason);
        _trade = null;
    }
}
