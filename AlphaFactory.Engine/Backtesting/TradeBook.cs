using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Joins fills into flat-to-flat trades and follows how far price went for and against them.</summary>
internal sealed class TradeBook(BarSeries bars)
{
    private readonly List<Trade> _closed = [];
    private RoundTrip? _open;

    public IReadOnlyList<Trade> Closed => _closed;

    public void Record(in Fill fill)
    {
        if (_open is null)
        {
            _open = new RoundTrip(fill);
            return;
        }

        _open.Add(fill);
        if (_open.IsFlat)
        {
            _closed.Add(_open.ToTrade(bars, fill.Bar, 0, fill.Reason));
            _open = null;
        }
    }

    /// <summary>Shows the open trade the range of a bar it was held through.</summary>
    public void Observe(double low, double high) => _open?.Observe(low, high);

    /// <summary>All trades; one still open is marked at the last close.</summary>
    public IReadOnlyList<Trade> All()
    {
        int last = bars.Count - 1;
        return _open is null ? _closed : [.. _closed, _open.ToTrade(bars, last, bars.Close[last], "open")];
    }
}
