using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>A trade as it is kept while a session runs: entered in one or more fills, left in one or more. A value in a list, so that trading allocates nothing.</summary>
internal struct RoundTrip(in Fill first, double firstStop, double firstTarget, double risk)
{
    private readonly int _side = first.Side;
    private double _entryQuantity = first.Quantity, _entryValue = first.Value, _exitQuantity, _exitValue;
    private double _commission = first.Commission, _slippage = first.Slippage, _dividends, _borrow;
    private double _low = first.Price, _high = first.Price;
    private double _firstStop = firstStop, _firstTarget = firstTarget, _risk = risk;
    private int _exitBar;
    private string _reason = ExitReasons.Open;

    /// <summary>Bar of the fill that opened it.</summary>
    public int EntryBar { get; } = first.Bar;

    /// <summary>Bar of the last fill.</summary>
    public readonly int ExitBar => _exitBar;

    /// <summary>Mean price of its entries, slippage included.</summary>
    public readonly double EntryPrice => _entryValue / _entryQuantity;

    /// <summary>P&amp;L of a closed trade over its entry value.</summary>
    public readonly double Return => ((_side * (_exitValue - _entryValue)) - _commission) / _entryValue;

    public void Add(in Fill fill)
    {
        if (fill.Side == _side)
        {
            _entryQuantity += fill.Quantity;
            _entryValue += fill.Value;
        }
        else
        {
            _exitQuantity += fill.Quantity;
            _exitValue += fill.Value;
        }

        _commission += fill.Commission;
        _slippage += fill.Slippage;
        (_exitBar, _reason) = (fill.Bar, fill.Reason);
        Observe(fill.Price, fill.Price);
    }

    public void Observe(double low, double high)
    {
        _low = low < _low ? low : _low;
        _high = high > _high ? high : _high;
    }

    public void ReceiveDividend(double amount) => _dividends += amount;

    public void PayBorrow(double amount) => _borrow += amount;

    /// <summary>Restates shares and prices for new shares per old share; money stays.</summary>
    public void Split(double ratio)
    {
        (_entryQuantity, _exitQuantity) = (_entryQuantity * ratio, _exitQuantity * ratio);
        (_low, _high) = (_low / ratio, _high / ratio);
        (_firstStop, _firstTarget, _risk) = (_firstStop / ratio, _firstTarget / ratio, _risk / ratio);
    }

    /// <summary>The closed trade.</summary>
    public readonly Trade Closed(BarSeries bars) => ToTrade(bars, _exitBar, 0, 0, _reason);

    /// <summary>The trade while shares are still held, marked at the last close.</summary>
    public readonly Trade StillOpen(BarSeries bars, double held) => ToTrade(bars, bars.Count - 1, bars.Close[^1], held, ExitReasons.Open);

    private readonly Trade ToTrade(BarSeries bars, int exitBar, double mark, double held, string reason)
    {
        double entry = _entryValue / _entryQuantity, exitValue = _exitValue + (held * mark);
        double profit = (_side * (exitValue - _entryValue)) - _commission;
        double rise = (_high / entry) - 1, fall = (_low / entry) - 1;
        return new Trade
        {
            Symbol = bars.Identity.Symbol,
            Side = _side,
            EntryBar = EntryBar,
            EntryTime = bars.TimeAt(EntryBar),
            EntryPrice = entry,
            Quantity = _entryQuantity,
            ExitBar = exitBar,
            ExitTime = bars.TimeAt(exitBar),
            ExitPrice = exitValue / _entryQuantity,
            ExitReason = reason,
            ProfitAndLoss = profit,
            Return = profit / _entryValue,
            Commission = _commission,
            Slippage = _slippage,
            Dividends = _dividends,
            Borrow = _borrow,
            MaximumAdverseExcursion = Math.Min(0, _side > 0 ? fall : -rise),
            MaximumFavourableExcursion = Math.Max(0, _side > 0 ? rise : -fall),
            FirstStop = double.IsFinite(_firstStop) ? _firstStop : null,
            FirstTarget = double.IsFinite(_firstTarget) ? _firstTarget : null,
            RMultiple = _risk > 0 ? profit / (_risk * _entryQuantity) : null,
        };
    }
}
