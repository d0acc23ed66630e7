using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Stored bars by (symbol, interval, source).</summary>
public interface IBarStore
{
    /// <summary>All series held, with their coverage, ordered by symbol.</summary>
    Task<IReadOnlyList<SeriesCoverage>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Coverage of one series, or null. A null <paramref name="source"/> takes the one whose last bar is newest.</summary>
    Task<SeriesCoverage?> FindAsync(string symbol, BarInterval interval, string? source, CancellationToken cancellationToken);

    /// <summary>The raw bars of a series in the closed day range, or null when there is no such series.</summary>
    Task<RawBars?> ReadAsync(SeriesKey key, DateOnly? from, DateOnly? to, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces bars by time, all or nothing, and updates the symbol and its coverage.</summary>
    /// <param name="series">Key and what is known of the symbol.</param>
    /// <param name="bars">Validated bars.</param>
    /// <param name="progress">Told the bars written; may be null.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    Task<WriteOutcome> WriteAsync(NewSeries series, RawBars bars, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Removes a series and its bars.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteAsync(SeriesKey key, CancellationToken cancellationToken);
}

/// <summary>Key of one stored series.</summary>
public sealed record SeriesKey(string Symbol, BarInterval Interval, string Source);

/// <summary>A series to be written.</summary>
/// <param name="Key">Where it goes.</param>
/// <param name="Name">Name of the company or fund; null keeps what is stored.</param>
/// <param name="Sector">Sector; null keeps what is stored.</param>
/// <param name="IsSynthetic">True for generated bars.</param>
public sealed record NewSeries(SeriesKey Key, string? Name, string? Sector, bool IsSynthetic)
{
    /// <summary>Last trading day of a share taken off its exchange; null keeps what is stored.</summary>
    public DateOnly? DelistedOn { get; init; }
}

/// <summary>What a write changed.</summary>
public sealed record WriteOutcome(long Inserted, long Replaced);

/// <summary>What is stored of one series.</summary>
/// <param name="Key">Symbol, interval, source.</param>
/// <param name="Name">Name of the company or fund.</param>
/// <param name="Sector">Sector, when known.</param>
/// <param name="IsSynthetic">True for generated bars.</param>
/// <param name="Bars">Number of bars.</param>
/// <param name="First">Start of the first bar.</param>
/// <param name="Last">Start of the last bar.</param>
/// <param name="HasFactors">True when any bar carries a factor other than 1.</param>
/// <param name="UpdatedAt">When it was last written.</param>
public sealed record SeriesCoverage(SeriesKey Key, string? Name, string? Sector, bool IsSynthetic, long Bars, DateTimeOffset First, DateTimeOffset Last, bool HasFactors, DateTimeOffset UpdatedAt)
{
    /// <summary>Last trading day of a share taken off its exchange; null while it is listed.</summary>
    public DateOnly? DelistedOn { get; init; }
}
