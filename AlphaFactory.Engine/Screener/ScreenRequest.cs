using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Screener;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Engine.Screener;

/// <summary>What is looked for, and where.</summary>
/// <param name="Universe">The series looked at.</param>
/// <param name="Where">What must hold of their latest values; null takes them all.</param>
/// <param name="Columns">The values wanted of each hit.</param>
public sealed record ScreenRequest(SeriesUniverse Universe, ScreenCondition? Where, IReadOnlyList<ValueColumn> Columns);

/// <summary>What came of a <see cref="ScreenRequest"/>.</summary>
/// <param name="Columns">The columns of each row's values.</param>
/// <param name="Rows">The hits, ordered by symbol.</param>
/// <param name="Universe">Series looked at.</param>
/// <param name="Open">Series of which a missing value leaves it open whether they are hits; they are not in the rows.</param>
/// <param name="Computed">Series for which something had to be computed; the others came whole from the kept values.</param>
/// <param name="AsOf">Start of the newest bar looked at; null when there is no series.</param>
public sealed record ScreenResult(IReadOnlyList<ValueColumn> Columns, IReadOnlyList<ScreenRow> Rows, int Universe, int Open, int Computed, DateTimeOffset? AsOf);

/// <summary>One hit.</summary>
/// <param name="Series">The series.</param>
/// <param name="BarTime">Start of the bar its values belong to.</param>
/// <param name="Values">One a column; NaN where it has none.</param>
public sealed record ScreenRow(SeriesCoverage Series, DateTimeOffset BarTime, double[] Values);

/// <summary>How far work over a universe is.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="Step">What a step is, in the plural.</param>
public sealed record UniverseProgress(int Done, int Total, string Step);
