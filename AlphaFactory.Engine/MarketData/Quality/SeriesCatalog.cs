using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Audit;

namespace AlphaFactory.Engine.MarketData.Quality;

/// <summary>What is stored, how complete it is, and taking a series away with a way back.</summary>
public sealed class SeriesCatalog(IBarStore store, IAuditLog audit)
{
    /// <summary>All series, ordered by symbol. Reads no bars.</summary>
    public async Task<IReadOnlyList<DataCoverage>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(cancellationToken)).Select(Cover)];

    /// <summary>One series with its gaps, findings and actions, or null when there is no such series. Reads all its bars.</summary>
    public async Task<SeriesReport?> InspectAsync(SeriesKey key, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key.Symbol, key.Interval, key.Source, cancellationToken) is not { } coverage
            || await store.ReadAsync(coverage.Key, null, null, cancellationToken) is not { Count: > 0 } bars)
        {
            return null;
        }

        double[] closes = [.. bars.Close.Zip(bars.SplitFactor, (close, factor) => close * factor)];
        return new SeriesReport(Cover(coverage), SeriesQuality.Inspect(bars, key.Interval), [.. PriceAction.From(bars, key.Interval)], closes);
    }

    /// <summary>Deletes a series and notes who did it.</summary>
    /// <returns>What is needed to bring it back, or null when there was no such series.</returns>
    public async Task<DeletedSeries?> DeleteAsync(SeriesKey key, string who, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key.Symbol, key.Interval, key.Source, cancellationToken) is not { } coverage
            || await store.ReadAsync(key, null, null, cancellationToken) is not { } bars)
        {
            return null;
        }

        await store.DeleteAsync(key, cancellationToken);
        await audit.AppendAsync(who, "series-deleted", Subject(key), string.Create(CultureInfo.InvariantCulture, $"{bars.Count} bars"), CancellationToken.None);
        return new DeletedSeries(new NewSeries(key, coverage.Name, coverage.Sector, coverage.IsSynthetic), bars);
    }

    /// <summary>Brings a deleted series back.</summary>
    public async Task RestoreAsync(DeletedSeries deleted, string who, CancellationToken cancellationToken)
    {
        await store.WriteAsync(deleted.Series, deleted.Bars, null, cancellationToken);
        await audit.AppendAsync(who, "series-restored", Subject(deleted.Series.Key), string.Create(CultureInfo.InvariantCulture, $"{deleted.Bars.Count} bars"), CancellationToken.None);
    }

    private static DataCoverage Cover(SeriesCoverage series)
    {
        var coverage = new DataCoverage(series, null);
        return coverage with { ExpectedBars = SeriesDays.ExpectedBars(coverage.FirstDay, coverage.LastDay, series.Key.Interval) };
    }

    private static string Subject(SeriesKey key) => $"{key.Symbol} {key.Interval} {key.Source}";
}

/// <summary>A series that was taken out of the store and can be put back.</summary>
/// <param name="Series">Key and description.</param>
/// <param name="Bars">Its bars.</param>
public sealed record DeletedSeries(NewSeries Series, RawBars Bars);
