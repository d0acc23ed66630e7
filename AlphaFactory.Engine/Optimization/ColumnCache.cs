using System.Collections.Concurrent;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Indicator columns over one series, each computed once for all sets and threads, up to a bound of memory.</summary>
internal sealed class ColumnCache(BarSeries bars)
{
    private const long MostBytes = 256L << 20;

    private readonly ConcurrentDictionary<IndicatorColumn, double[]> _columns = new();
    private long _bytes;

    /// <summary>The values of a column; null when the bound is reached and it is not among those kept.</summary>
    public double[]? Get(IndicatorColumn column)
    {
        if (_columns.TryGetValue(column, out double[]? values))
        {
            return values;
        }

        if (Interlocked.Read(ref _bytes) > MostBytes)
        {
            return null;
        }

        // Two threads may compute the same column at once; they find the same values, and one of the two is kept.
        var plan = new IndicatorPlan(IndicatorRegistry.Shipped(), [.. column.Indicator.Columns(column.Parameters)]);
        var table = plan.Compute(bars);
        for (int output = 0; output < table.ColumnCount; output++)
        {
            if (_columns.TryAdd(plan.Columns[output], table[output].ToArray()))
            {
                Interlocked.Add(ref _bytes, table.Count * sizeof(double));
            }
        }

        return _columns[column];
    }
}
