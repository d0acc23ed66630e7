using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Quality;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>What came of reading a file: <see cref="CsvBars"/> or <see cref="CsvRefused"/>.</summary>
public abstract record CsvReadOutcome
{
    private protected CsvReadOutcome()
    {
    }
}

/// <summary>Every line was read.</summary>
/// <param name="Symbol">Normalised symbol.</param>
/// <param name="Interval">Length of one bar.</param>
/// <param name="Bars">Oldest first. Prices as in the file; the total-return factor is adjusted over plain close, the split factor 1.</param>
/// <param name="Findings">What a user should know about the bars.</param>
public sealed record CsvBars(string Symbol, BarInterval Interval, RawBars Bars, IReadOnlyList<DataFinding> Findings) : CsvReadOutcome;

/// <summary>The file cannot be taken.</summary>
/// <param name="Errors">The first hundred, by line.</param>
/// <param name="ErrorCount">All of them.</param>
public sealed record CsvRefused(IReadOnlyList<CsvError> Errors, long ErrorCount) : CsvReadOutcome;
