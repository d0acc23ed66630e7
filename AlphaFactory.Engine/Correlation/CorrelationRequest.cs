using AlphaFactory.Core.Indicators;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Engine.Correlation;

/// <summary>Which indicators are compared, on what and when.</summary>
/// <param name="Universe">The series.</param>
/// <param name="Columns">The indicators, in the order shown; two or more make a matrix, one is enough for its information coefficient.</param>
/// <param name="From">First trading day; null is the first stored.</param>
/// <param name="To">Last trading day; null is the last stored.</param>
/// <param name="Blocks">Within each symbol over time, or across symbols on each day.</param>
public sealed record CorrelationRequest(SeriesUniverse Universe, IReadOnlyList<ValueColumn> Columns, DateOnly? From, DateOnly? To, CorrelationBlocks Blocks);

/// <summary>In what pieces correlations are measured before they are averaged.</summary>
public enum CorrelationBlocks
{
    /// <summary>Over the bars of one symbol: do two indicators rise and fall together?</summary>
    Time,

    /// <summary>Across the symbols of one day: do two indicators put symbols in the same order?</summary>
    Symbols,
}
