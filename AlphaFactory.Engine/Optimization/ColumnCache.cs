using System.Collections.Concurrent;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Indicator columns over one series, each computed once for all sets and threads, up to a bound of memory. May go on to another series and then fills the same arrays.</summary>
internal sealed class ColumnCache(BarSeries bars)
{
    private const long MostBytes = 256L << 20;

    private readonly ConcurrentDictionary<(IndicatorEntry Indicator, IndicatorParameters Parameters), Kept> _kept = new();
    private BarSeries _bars = bars;
    private int _series;
    private long _bytes;

    /// <summary>The values of a column, in an array that may be longer than there are bars; null when the bound is reached and it is not among those kept.</summary>
    public double[]? Get(IndicatorColumn column)
    {
        var key = (column.Indicator, column.Parameters);
        if (!_kept.TryGetValue(key, out var kept))
        {
            if (Interlocked.Read(ref _bytes) > MostBytes)
            {
                return null;
            }

            kept = _kept.GetOrAdd(key, static key => new Kept(key.Indicator, key.Parameters));
        }

        Interlocked.Add(ref _bytes, kept.Fill(_bars, _series));
        return kept.Output(column.Output);
    }

    /// <summary>Goes on to another series. Nobody may read columns of the one before any longer.</summary>
    public void Move(BarSeries bars)
    {
        (_bars, _series) = (bars, _series + 1);
        if (Interlocked.Read(ref _bytes) > MostBytes / 2)
        {
            // A search that draws its sets asks for other columns in each window; those of windows before must not crowd them out.
            _kept.Clear();
            _bytes = 0;
        }
    }

    /// <summary>All outputs of one indicator.</summary>
    private sealed class Kept
    {
        private readonly IndicatorPlan _plan;
        private readonly IndicatorTable _table;
        private int _series = -1;
        private double[][] _outputs = [];

        public Kept(IndicatorEntry indicator, IndicatorParameters parameters)
        {
            _plan = new IndicatorPlan(IndicatorRegistry.Shipped(), [.. indicator.Columns(parameters)]);
            _table = new IndicatorTable(_plan);
        }

        public double[] Output(int output) => _outputs[output];

        /// <summary>Computes the columns unless they are those of this series already; two threads that want them at once wait for one computation.</summary>
        /// <returns>Bytes added to what is kept.</returns>
        public long Fill(BarSeries bars, int series)
        {
            lock (_plan)
            {
                if (_series == series)
                {
                    return 0;
                }

                long before = _table.Bytes;
                _plan.Compute(BarColumns.Of(bars), _table);
                (_outputs, _series) = (_table.ToArrays(), series);
                return _table.Bytes - before;
            }
        }
    }
}
