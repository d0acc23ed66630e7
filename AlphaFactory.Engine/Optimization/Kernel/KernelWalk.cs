using System.Runtime.Intrinsics;
using AlphaFactory.Core.Exits;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>One walk through the bars, from fill to fill. Between two fills nothing changes but the price, so a stretch is accounted for at once.</summary>
internal ref struct KernelWalk<TTrades>
    where TTrades : struct, ITradeSink
{
    private readonly KernelSeries _series;
    private readonly SessionRules _rules;
    private readonly double[] _price;
    private readonly double _nightRate;
    private readonly bool _atOpen, _hasLevels;
    private readonly int _delay;
    private KernelFigures _figures;
    private KernelBook<TTrades> _book;
    private HoldSpan _days;
    private ExitWatch _watch;
    private RunCursor _decisions;

    // First bar whose close is not accounted for, first bar whose decision is not taken, last bar for which borrowing is paid.
    private int _bar, _search, _paid;
    private double _wanted;
    private bool _ruined;

    public KernelWalk(KernelSeries series, SessionRules rules, DecisionRuns decisions, TTrades trades)
    {
        _decisions = new RunCursor(decisions);
        (_series, _rules) = (series, rules);
        (_atOpen, _delay) = (rules.Fill == FillConvention.NextOpen, rules.Fill == FillConvention.SameClose ? 0 : 1);
        _price = _atOpen ? series.Open : series.Close;
        _nightRate = KernelSeries.NightRate(rules.BorrowFraction);
        _hasLevels = rules.Exits.HasLevels;
        double[]? atr = rules.Exits.NeedsAtr ? series.AverageTrueRange(rules.Exits.AtrLength) : null;
        (_figures, _book) = (KernelFigures.Start(rules.InitialCapital), new(series, rules, trades));
        _days = new HoldSpan(rules.InitialCapital);
        _watch = new ExitWatch(series, rules.Exits, atr);
        // Nothing is entered without the stop that was asked for, so opinions count from the first range on.
        _search = atr is null ? 0 : KernelSeries.FirstNumber(atr);
    }

    public KernelFigures Run()
    {
        int n = _series.Count;
        while (_bar < n && !_ruined)
        {
            int decided = _decisions.Next(_search, _wanted), fill = Math.Min(decided + _delay, n);
            int leave = _book.Position == 0 ? n : Math.Min(_watch.TimeBar, n), next = Math.Min(fill, leave);
            var touch = _hasLevels && _book.Position != 0 ? _watch.Search(Math.Min(_atOpen ? next - 1 : next, n - 1)) : Touch.None;
            if (touch.Bar < n)
            {
                LeaveInside(touch, decided, fill);
            }
            else if (leave < fill)
            {
                LeaveByTime(leave);
            }
            else
            {
                Enter(decided, fill);
            }
        }

        Hold(n);
        _days.Finish(ref _figures);
        _book.Close(ref _figures, n - 1, _series.Close[n - 1]);
        return _figures;
    }

    /// <summary>Fills the order decided, and takes the time stop that is due at the same moment.</summary>
    private void Enter(int decided, int fill)
    {
        if (!Hold(fill) || fill == _series.Count)
        {
            return;
        }

        PayBorrow(fill);
        Order(decided, fill);
        _search = decided + 1;
        if (_watch.TimeBar == fill && _book.Position != 0)
        {
            LeaveByTime(fill);
        }
    }

    private void Order(int decided, int fill)
    {
        int before = _book.Side;
        _wanted = _decisions.At(decided);
        _book.MoveTo(ref _figures, _wanted, fill, _price[fill], ExitReasons.Signal);
        int side = _book.Side;
        if (side != 0 && side != before)
        {
            // Adding to a trade or taking from it moves no level.
            _watch.Open(side, fill, _book.EntryPrice, decided, _atOpen);
            _paid = fill;
        }
    }

    /// <summary>Leaves at a level inside a bar. An order due at that bar's close is dropped when it is for the same side.</summary>
    private void LeaveInside(in Touch touch, int decided, int fill)
    {
        if (!Hold(touch.Bar))
        {
            return;
        }

        int side = _book.Side;
        Leave(touch.Bar, touch.Price, touch.Reason);
        if (fill == touch.Bar && decided < touch.Bar && !RunCursor.IsSide(_decisions.At(decided), side))
        {
            Order(decided, fill);
        }

        _search = Fresh(side, touch.Bar);
    }

    private void LeaveByTime(int bar)
    {
        if (!Hold(bar))
        {
            return;
        }

        int side = _book.Side;
        Leave(bar, _price[bar], ExitReasons.Time);
        _search = Fresh(side, _delay == 0 ? bar + 1 : bar);
    }

    private void Leave(int bar, double price, string reason)
    {
        PayBorrow(bar);
        _book.MoveTo(ref _figures, 0, bar, price, reason);
        _wanted = 0;
    }

    /// <summary>The first bar from which a decision counts again after a rule has left a side.</summary>
    private int Fresh(int side, int from) => _rules.Exits.ReEntry == ReEntry.Allowed ? from : _decisions.Fresh(side, from);

    /// <summary>Accounts for the closes up to a bar, which is left out.</summary>
    /// <returns>False when a short position ruined the account before; trading has ended then and all bars are accounted for.</returns>
    private bool Hold(int to)
    {
        if (_book.Position < 0 && to > _bar)
        {
            return HoldShort(to);
        }

        double traded = _book.TradedValue;
        bool isHeld = _book.Position != 0;
        _days.Add(ref _figures, new OwnedShares(_series.DayClose, _book.Cash, _book.Position), _series.DayOf[_bar], _series.DayOf[to], isHeld, ref traded);
        _book.TradedValue = traded;
        _figures.HeldBars += isHeld ? to - _bar : 0;
        _bar = to;
        return true;
    }

    /// <summary>Shares that are owed: borrowing costs money every night, and the account may be lost at any close.</summary>
    private bool HoldShort(int to)
    {
        double shares = -_book.Position, rate = shares * _nightRate, paid = rate * _series.NightSums[_paid];
        double cost = (rate * _series.NightSums[to - 1]) - paid;
        if (_book.Equity(Highest(_series.Close.AsSpan(_bar, to - _bar))) <= cost)
        {
            return HoldShortByBars(to);
        }

        double traded = _book.TradedValue;
        _days.Add(ref _figures, new BorrowedShares(_series.DayClose, _series.DayNightSums, _book.Cash + paid, _book.Position, rate), _series.DayOf[_bar], _series.DayOf[to], true, ref traded);
        _book.TradedValue = traded;
        _book.PayBorrow(cost);
        _figures.HeldBars += to - _bar;
        (_paid, _bar) = (to - 1, to);
        return true;
    }

    /// <summary>The same bar by bar, where the account may be lost: it ends at the first close that leaves nothing.</summary>
    private bool HoldShortByBars(int to)
    {
        for (; _bar < to; _bar++)
        {
            PayBorrow(_bar);
            double close = _series.Close[_bar], traded = _book.TradedValue;
            if (_book.Equity(close) <= 0)
            {
                _book.MoveTo(ref _figures, 0, _bar, close, ExitReasons.Risk);
                (_ruined, _search, _wanted) = (true, _series.Count, 0);
                return false;
            }

            _days.Add(ref _figures, new OwnedShares(_series.DayClose, _book.Cash, _book.Position), _series.DayOf[_bar], _series.DayOf[_bar + 1], true, ref traded);
            _book.TradedValue = traded;
            _figures.HeldBars++;
        }

        return true;
    }

    /// <summary>Highest of some closes.</summary>
    private static double Highest(ReadOnlySpan<double> closes)
    {
        double highest = closes[0];
        int i = 0;
        if (closes.Length >= Vector256<double>.Count)
        {
            var most = Vector256.Create(closes);
            for (i = Vector256<double>.Count; i <= closes.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                most = Vector256.MaxNative(most, Vector256.Create(closes[i..]));
            }

            highest = Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        }

        for (; i < closes.Length; i++)
        {
            highest = Math.Max(highest, closes[i]);
        }

        return highest;
    }

    /// <summary>Pays for the shares that were borrowed overnight before a bar.</summary>
    private void PayBorrow(int bar)
    {
        if (_book.Position < 0 && bar > _paid)
        {
            _book.PayBorrow(_series.BorrowCost(bar, -_book.Position, _nightRate));
            _paid = bar;
        }
    }
}
