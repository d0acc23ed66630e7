using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Quality;

namespace AlphaFactory.Engine.MarketData.Importing;

/// <summary>What came of an import: <see cref="ImportedBars"/> or <see cref="RefusedFile"/>.</summary>
public abstract record ImportOutcome
{
    private protected ImportOutcome()
    {
    }
}

/// <summary>All bars of the file are in the store.</summary>
/// <param name="Key">Where they are.</param>
/// <param name="Bars">Bars in the file.</param>
/// <param name="Inserted">Bars that were not there before.</param>
/// <param name="Replaced">Bars that were.</param>
/// <param name="First">Start of the first bar of the file.</param>
/// <param name="Last">Start of the last bar of the file.</param>
/// <param name="Findings">What a user should know about them.</param>
public sealed record ImportedBars(SeriesKey Key, long Bars, long Inserted, long Replaced, DateTimeOffset First, DateTimeOffset Last, IReadOnlyList<DataFinding> Findings) : ImportOutcome;

/// <summary>The store is as it was.</summary>
/// <param name="Errors">The first hundred, by line.</param>
/// <param name="ErrorCount">All of them.</param>
public sealed record RefusedFile(IReadOnlyList<CsvError> Errors, long ErrorCount) : ImportOutcome;
