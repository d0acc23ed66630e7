using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData;

/// <summary>What came of a <see cref="SeriesRequest"/>: <see cref="SeriesFound"/> or <see cref="SeriesMissing"/>.</summary>
public abstract record SeriesOutcome
{
    private protected SeriesOutcome()
    {
    }
}

/// <summary>The bars, at least one.</summary>
/// <param name="Bars">Adjusted as asked.</param>
/// <param name="Coverage">What the store holds of the series beyond the period asked for.</param>
public sealed record SeriesFound(BarSeries Bars, SeriesCoverage Coverage) : SeriesOutcome;

/// <summary>There is nothing to compute on.</summary>
/// <param name="Code"><c>symbol-unknown</c>, <c>interval-not-stored</c>, <c>source-not-stored</c> or <c>period-empty</c>.</param>
/// <param name="Message">What was asked, what there is and what to do.</param>
/// <param name="Near">Stored symbols that look like the one asked for, best first.</param>
public sealed record SeriesMissing(string Code, string Message, IReadOnlyList<string> Near) : SeriesOutcome;
