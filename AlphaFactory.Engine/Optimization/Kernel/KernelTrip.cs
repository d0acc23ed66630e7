using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>The open trade: entered in one or more fills, left in one or more; see <see cref="RoundTrip"/>.</summary>
internal struct KernelTrip<TTrades>(TTrades trades)
    where TTrades : struct, ITradeSink
{
    private readonly TTrades _trades = trades;
    private int _side, _entryBar;
    private double _entryQuantity, _entryValue, _exitValue, _commission, _slippage;

    public readonly bool IsOpen => _side != 0;

    /// <summary>Price of the first fill, slippage included.</summary>
    public double EntryPrice { get; private set; }

    /// <summary>Adds a fill.</summary>
    public void Add(int side, double quantity, double value, double commission, double slippage, int bar, double price)
    {
        if (_side == 0)
        {
            (_side, _entryBar, EntryPrice) = (side, bar, price);
            (_entryQuantity, _entryValue, _exitValue, _commission, _slippage) = (quantity, value, 0, commission, slippage);
            return;
        }

        (_commission, _slippage) = (_commission + commission, _slippage + slippage);
        (_entryQuantity, _entryValue, _exitValue) = side == _side
            ? (_entryQuantity + quantity, _entryValue + value, _exitValue)
            : (_entryQuantity, _entryValue, _exitValue + value);
    }

    /// <summary>Forgets the trade.</summary>
    public void Clear() => _side = 0;

    /// <summary>Hands the trade over, shares still held marked at a price, and answers its P&amp;L.</summary>
    public readonly double Report(int bar, double mark, double held, string reason)
    {
        double exitValue = _exitValue + (held * mark), profit = (_side * (exitValue - _entryValue)) - _commission;
        if (TTrades.Keeps)
        {
            _trades.Add(new KernelTrade(_side, _entryBar, _entryValue / _entryQuantity, _entryQuantity, bar, exitValue / _entryQuantity, reason, profit, profit / _entryValue, _commission, _slippage));
        }

        return profit;
    }
}
