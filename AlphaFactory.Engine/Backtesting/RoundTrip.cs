using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>A trade while it lives: entered in one or more fills, left in one or more.</summary>
internal sealed class RoundTrip
{
    private readonly Fill _first;
    private double _entryQuantity, _entryValue, _exitQuantity, _exitValue, _commission, _slippage;
    private double _low = double.PositiveInfinity, _high = double.NegativeInfinity;

    public RoundTrip(in Fill first)
    {
        _first = first;
        Add(first);
    }

    public bool IsFlat { get; private set; }

    public void Add(in Fill fill)
    {
        if (fill.Side == _first.Side)
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
        // A sale of all that is held takes the ledger to exactly 0; the sums here may differ from it by rounding.
        IsFlat = Math.Abs(_entryQuantity - _exitQuantity) <= 1e-12 * _entryQuantity;
        Observe(fill.Price, fill.Price);
    }

    public void Observe(double low, double high)
    {
        _low = Math.Min(_low, low);
        _high = Math.Max(_high, high);
    }

    /// <param name="bars">Bars of the period.</param>
    /// <param name="exitBar">Last bar of the trade.</param>
    /// <param name="mark">Price of what is still held; 0 when flat.</param>
    /// <param name="reason">Why it ended, or <c>open</c>.</param>
    public Trade ToTrade(BarSeries bars, int exitBar, double mark, string reason)
    {
        double exitValue = _exitValue + (IsFlat ? 0 : (_entryQuantity - _exitQuantity) * mark);
        double entry = _entryValue / _entryQuantity;
        double profit = (_first.Side * (exitValue - _entryValue)) - _commission;
        double rise = (_high / entry) - 1, fall = (_low / entry) - 1;
        return new Trade
        {
            Symbol = bars.Identity.Symbol,
            Side = _first.Side,
            EntryBar = _first.Bar,
            EntryTime = bars.TimeAt(_first.Bar),
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
            MaximumAdverseExcursion = Math.Min(0, _first.Side > 0 ? fall : -rise),
            MaximumFavourableExcursion = Math.Max(0, _first.Side > 0 ? rise : -fall),
        };
    }
}
