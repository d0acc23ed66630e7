using System.Collections;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Returns of the trades that had ended by the close of a bar, without copying them.</summary>
internal sealed class ClosedReturns : IReadOnlyList<double>
{
    private readonly TradeBook _trades;

    public ClosedReturns(TradeBook trades, int byBar)
    {
        _trades = trades;
        Count = trades.ClosedCount;
        // A trade that ends in the very fill that is being sized had not ended when it was decided.
        while (Count > 0 && trades.Closed(Count - 1).ExitBar > byBar)
        {
            Count--;
        }
    }

    public int Count { get; }

    public double this[int index] => _trades.Closed(index).Return;

    public IEnumerator<double> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
