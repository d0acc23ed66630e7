using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Engine.Indicators;

/// <summary>Computes the latest values of any columns for many series: bars are read and columns computed on all processors.</summary>
public sealed class LatestValues(UniverseBars universe)
{
    // Bars of so many series are in memory at a time.
    private const int Chunk = 64;

    /// <summary>Hands each series' values to a receiver.</summary>
    /// <param name="plan">The columns.</param>
    /// <param name="series">The series; those deleted meanwhile are passed over.</param>
    /// <param name="receive">Called from several threads at a time, in no order.</param>
    /// <param name="progress">Told the series done; may be null.</param>
    /// <param name="cancellationToken">Stops within one chunk of series.</param>
    public async Task ComputeAsync(ValuePlan plan, IReadOnlyList<SeriesCoverage> series, Action<LatestRow> receive, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int done = 0;
        foreach (SeriesCoverage[] chunk in series.Chunk(Chunk))
        {
            var read = await universe.ReadAsync(chunk, PriceAdjustment.Split, cancellationToken);
            var found = chunk.Zip(read).Where(pair => pair.Second is not null).Select(pair => (Series: pair.First, Bars: pair.Second!)).ToList();
            await Task.Run(
                () => UniverseEvaluation.Run(plan.Indicators, [.. found.Select(pair => pair.Bars)], Environment.ProcessorCount, (place, table) =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    receive(new LatestRow(found[place].Series, found[place].Bars, Last(plan, found[place].Bars, table)));
                }),
                cancellationToken);
            done += chunk.Length;
            progress?.Report(done);
        }
    }

    private static double[] Last(ValuePlan plan, BarSeries bars, IndicatorTable table)
    {
        double[] values = new double[plan.Columns.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = plan.Read(bars, table, i)[^1];
        }

        return values;
    }
}

/// <summary>The latest values of one series.</summary>
/// <param name="Series">The series.</param>
/// <param name="Bars">Its bars, adjusted for splits.</param>
/// <param name="Values">One a column of the plan; NaN where it has none.</param>
public sealed record LatestRow(SeriesCoverage Series, BarSeries Bars, double[] Values);
