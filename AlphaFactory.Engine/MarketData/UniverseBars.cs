using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Reads the bars of many series at once, as many at a time as there are processors.</summary>
public sealed class UniverseBars(IBarStore store)
{
    /// <summary>All bars of each series, adjusted.</summary>
    /// <param name="series">What to read.</param>
    /// <param name="adjustment">What is done to the raw prices.</param>
    /// <param name="cancellationToken">Stops between two series.</param>
    /// <returns>One place a series, in order; null where it was deleted meanwhile.</returns>
    public async Task<BarSeries?[]> ReadAsync(IReadOnlyList<SeriesCoverage> series, PriceAdjustment adjustment, CancellationToken cancellationToken)
    {
        var found = new BarSeries?[series.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, series.Count), options, async (place, stop) =>
        {
            var one = series[place];
            if (await store.ReadAsync(one.Key, null, null, stop) is { Count: > 0 } raw)
            {
                found[place] = raw.Adjust(new SeriesIdentity(one.Key.Symbol, one.Key.Interval, one.Key.Source, adjustment, one.IsSynthetic));
            }
        });
        return found;
    }
}
