using System.Runtime.InteropServices;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Joins fills into flat-to-flat trades and follows what happens to the open one.</summary>
internal sealed class TradeBook(BarSeries bars)
{
    private readonly List<RoundTrip> _closed = new(64);
    private RoundTrip _open;
    private bool _isOpen;

    /// <summary>Bar on which the open trade began.</summary>
    public int EntryBar => _open.EntryBar;

    /// <summary>Mean price of the open trade's entries.</summary>
    public double EntryPrice => _open.EntryPrice;

    /// <summary>Trades that have ended.</summary>
    public int ClosedCount => _closed.Count;

    /// <summary>Bar of the last fill and return of a trade that has ended.</summary>
    public (int ExitBar, double Return) Closed(int index) => (_closed[index].ExitBar, _closed[index].Return);

    /// <param name="fill">The fill.</param>
    /// <param name="levels">Levels of the trade this fill opens, if it opens one.</param>
    /// <param name="isFlat">True when nothing is held after it.</param>
    public void Record(in Fill fill, in ExitLevels levels, bool isFlat)
    {
        if (!_isOpen)
        {
            _open = new RoundTrip(fill, levels.Stop, levels.Target, levels.Risk);
            _isOpen = true;
            return;
        }

        _open.Add(fill);
        if (isFlat)
        {
            _closed.Add(_open);
            _isOpen = false;
        }
    }

    /// <summary>Shows the open trade the range of a bar it was held through.</summary>
    public void Observe(double low, double high) => _open.Observe(low, high);

    public void ReceiveDividend(double amount) => _open.ReceiveDividend(amount);

    public void PayBorrow(double amount) => _open.PayBorrow(amount);

    public void Split(double ratio) => _open.Split(ratio);

    /// <summary>All trades in order of entry; one still open is marked at the last close.</summary>
    public IReadOnlyList<Trade> All(double position) => All(bars, position);

    /// <summary>The same with the bars of a session that goes on.</summary>
    public IReadOnlyList<Trade> All(BarSeries period, double position)
    {
        var trades = new List<Trade>(_closed.Count + 1);
        foreach (ref readonly var trade in CollectionsMarshal.AsSpan(_closed))
        {
            trades.Add(trade.Closed(period));
        }

        if (_isOpen)
        {
            trades.Add(_open.StillOpen(period, Math.Abs(position)));
        }

        return trades;
    }
}
