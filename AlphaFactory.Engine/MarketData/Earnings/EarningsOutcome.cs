using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Engine.MarketData.Earnings;

/// <summary>What came of an import of earnings days.</summary>
public abstract record EarningsOutcome
{
    private EarningsOutcome()
    {
    }

    /// <summary>All days of the file are in the store.</summary>
    /// <param name="Reports">Days in the file.</param>
    /// <param name="Symbols">Symbols in the file.</param>
    /// <param name="Replaced">Days of an earlier file that these took the place of.</param>
    /// <param name="First">Earliest day.</param>
    /// <param name="Last">Latest day.</param>
    public sealed record Imported(int Reports, int Symbols, int Replaced, DateOnly First, DateOnly Last) : EarningsOutcome;

    /// <summary>The store is as it was.</summary>
    /// <param name="Errors">The first hundred, by line.</param>
    /// <param name="ErrorCount">All of them.</param>
    public sealed record Refused(IReadOnlyList<CsvError> Errors, long ErrorCount) : EarningsOutcome;
}
