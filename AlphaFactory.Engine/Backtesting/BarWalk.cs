using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>The state of a session and its one step: what happens in a bar, in the order that docs/how-fills-work.md writes down.</summary>
internal sealed class BarWalk
{
    private readonly BarSeries _bars;
    private readonly SessionRules _rules;
    private readonly ExitRules _exits;
    private readonly double[] _atr;
    private readonly int _firstDecision, _delistedBar;
    private readonly double[] _equity, _position, _tradedValue;
    private readonly Ledger _ledger;
    private readonly TradeBook _trades;
    private readonly ConservationCheck _check;
    private readonly FillDesk _desk;
    private readonly Overnight _overnight;
    private readonly List<RiskEvent> _events = [];
    private readonly RiskDesk? _risk;
    private readonly bool _hasLevels, _ratchets;
    private readonly int _timeStop;
    private DecisionTracker _decisions;
    private DueOrder _due = DueOrder.None;
    private int? _ruinedAt;
    private bool _mustLeave;

    /// <param name="bars">Bars of the period.</param>
    /// <param name="rules">Fills, costs, sizing, exits.</param>
    /// <param name="atr">Average true range of each bar; empty when no rule needs it.</param>
    public BarWalk(BarSeries bars, SessionRules rules, double[] atr)
    {
        (_bars, _rules, _exits, _atr) = (bars, rules, rules.Exits, atr);
        int n = bars.Count;
        (_equity, _position, _tradedValue) = (new double[n], new double[n], new double[n]);
        _firstDecision = atr.Length == 0 ? 0 : FirstDefined(atr);
        _delistedBar = bars.EndsDelisted ? n - 1 : -1;
        _ledger = new Ledger(rules.InitialCapital);
        _trades = new TradeBook(bars);
        _check = new ConservationCheck(rules.InitialCapital);
        _risk = rules.Risk.Count == 0 ? null : new RiskDesk(bars, rules, _ledger, _trades, _events);
        _desk = new FillDesk(rules, _ledger, _trades, _check, _risk, _events);
        _overnight = new Overnight(bars, rules, _ledger, _trades, _check, _desk);
        _decisions = new DecisionTracker(_exits.ReEntry);
        _hasLevels = _exits.HasLevels;
        _ratchets = _exits.HasTrailing || _exits.BreakEvenFraction is not null;
        _timeStop = _exits.TimeStopBars ?? int.MaxValue;
    }

    /// <summary>Goes through the bars from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public void Advance(ReadOnlySpan<double> target, int start, int end)
    {
        ReadOnlySpan<double> open = _bars.Open, high = _bars.High, low = _bars.Low, close = _bars.Close, volume = _bars.Volume;
        bool atOpen = _rules.Fill == FillConvention.NextOpen, atNextClose = _rules.Fill == FillConvention.NextClose, atSameClose = _rules.Fill == FillConvention.SameClose;
        bool nights = _overnight.Matters;
        for (int bar = start; bar < end; bar++)
        {
            if (nights)
            {
                _overnight.Before(bar);
            }

            _risk?.Begin(bar);
            if (atOpen)
            {
                FillDue(bar, open[bar], volume[bar]);
            }

            if (_ledger.Position != 0)
            {
                Inside(bar, open[bar], high[bar], low[bar], volume[bar]);
            }

            if (atNextClose)
            {
                FillDue(bar, close[bar], volume[bar]);
            }

            if (_ruinedAt is null && bar != _delistedBar)
            {
                if (_risk is not null)
                {
                    _mustLeave = _risk.Watch(bar, close[bar]);
                }

                Decide(bar, target[bar], close[bar]);
                if (atSameClose)
                {
                    FillDue(bar, close[bar], volume[bar]);
                }
            }

            CloseOfBar(bar, high[bar], low[bar], close[bar], volume[bar]);
        }
    }

    /// <summary>What is left at the end.</summary>
    public SessionOutcome Finish()
    {
        var all = _trades.All(_ledger.Position);
        _check.CheckTrades(_bars.Count - 1, all, _equity[^1]);
        return new SessionOutcome
        {
            Equity = _equity,
            Position = _position,
            TradedValue = _tradedValue,
            Trades = all,
            Commission = _desk.Commission,
            Slippage = _desk.Slippage,
            OrdersTooSmall = _desk.OrdersTooSmall,
            OrdersCutByVolume = _desk.Gate.CutByVolume,
            LargeOrders = _desk.Gate.Large,
            RiskEvents = _events,
            RuinedAt = _ruinedAt,
        };
    }

    private static int FirstDefined(double[] column)
    {
        int first = Array.FindIndex(column, value => !double.IsNaN(value));
        return first < 0 ? column.Length : first;
    }

    /// <summary>Closes what a risk rule demands, fills what waits, then looks at the clock of the trade.</summary>
    private void FillDue(int bar, double price, double volume)
    {
        if (_mustLeave)
        {
            _mustLeave = false;
            if (_ledger.Position != 0)
            {
                Leave(bar, price, volume, ExitReasons.Risk);
            }
        }

        if (_due.IsDue)
        {
            _desk.Fill(_due, bar, price, volume);
            _due = DueOrder.None;
        }

        if (_ledger.Position != 0 && bar - _trades.EntryBar >= _timeStop)
        {
            Leave(bar, price, volume, ExitReasons.Time);
        }
    }

    /// <summary>The range of a bar that a position is held through: stop and target, or one more bar of the trade.</summary>
    private void Inside(int bar, double open, double high, double low, double volume)
    {
        if (_hasLevels && (bar > _trades.EntryBar || _exits.StopsFrom == StopsFrom.EntryBar))
        {
            ref var levels = ref _desk.Levels;
            bool stop = levels.StopTouched(high, low), target = levels.TargetTouched(high, low);
            if (stop || target)
            {
                // Of the bar it is left in, a trade saw the open and the price it was left at; nobody knows the rest.
                _trades.Observe(open, open);
                if (stop && !(target && _exits.BothTouched == BothTouched.Optimistic))
                {
                    Leave(bar, levels.StopPrice(open), volume, levels.IsTrailing ? ExitReasons.TrailingStop : ExitReasons.Stop);
                }
                else
                {
                    Leave(bar, levels.TargetPrice(open), volume, ExitReasons.TakeProfit);
                }

                return;
            }
        }

        _trades.Observe(low, high);
    }

    private void Leave(int bar, double price, double volume, string reason)
    {
        int side = Math.Sign(_ledger.Position);
        _desk.Close(bar, price, volume, reason);
        _decisions.LeftByRule(side, ref _due);
    }

    private void Decide(int bar, double target, double close)
    {
        double wanted = _decisions.Decide(bar < _firstDecision ? double.NaN : target);
        if (!double.IsNaN(wanted))
        {
            _due = new DueOrder(wanted, close, _atr.Length == 0 ? double.NaN : _atr[bar]);
        }
    }

    private void CloseOfBar(int bar, double high, double low, double close, double volume)
    {
        double equity = _ledger.Equity(close);
        if (_ledger.Position != 0)
        {
            if (equity <= 0 && _ruinedAt is null)
            {
                // Only a short position can lose more than there is. Nobody lends after that.
                _desk.Close(bar, close, volume, ExitReasons.Risk);
                (_due, _ruinedAt) = (DueOrder.None, bar);
            }
            else if (bar == _delistedBar)
            {
                _desk.Settle(bar, close, ExitReasons.Delisted);
            }
            else if (_ratchets && (bar > _trades.EntryBar || _rules.Fill == FillConvention.NextOpen))
            {
                _desk.Levels.Ratchet(_exits, high, low, _atr.Length == 0 ? double.NaN : _atr[bar]);
            }

            equity = _ledger.Equity(close);
        }

        (_equity[bar], _position[bar]) = (equity, _ledger.Position);
        if (_desk.HasTraded)
        {
            _tradedValue[bar] = _desk.TakeTradedValue();
        }

        _risk?.End(equity);
        _check.CheckBar(bar, close, _ledger.Cash, _ledger.Position, equity);
    }
}
