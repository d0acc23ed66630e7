using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Engine.Indicators;

/// <summary>The latest values of the usual columns of every stored series, kept with the bars they belong to.</summary>
public interface IIndicatorValueStore
{
    /// <summary>Series whose values are absent, belong to other bars or were computed by another plan.</summary>
    /// <param name="plan">Id of the plan of this program.</param>
    /// <param name="take">Series at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<SeriesCoverage>> StaleAsync(string plan, int take, CancellationToken cancellationToken);

    /// <summary>Replaces the values of these series, all or nothing. A series whose bars changed since they were read is passed over.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="names">Names of the columns.</param>
    /// <param name="snapshots">The values.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    /// <returns>Series written.</returns>
    Task<int> WriteAsync(string plan, IReadOnlyList<string> names, IReadOnlyList<IndicatorSnapshot> snapshots, CancellationToken cancellationToken);

    /// <summary>The values of some columns of every series of an interval that has current ones.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="interval">Length of one bar.</param>
    /// <param name="names">Names of the columns, at least one.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyDictionary<SeriesKey, StoredValues>> ReadAsync(string plan, BarInterval interval, IReadOnlyList<string> names, CancellationToken cancellationToken);
}

/// <summary>The latest values of one series, ready to be kept.</summary>
/// <param name="Series">The series as it was listed before its bars were read.</param>
/// <param name="BarTime">Start of the bar they belong to.</param>
/// <param name="DataHash">Hash over the bars they were computed from.</param>
/// <param name="Values">One a column; null where it has none.</param>
public sealed record IndicatorSnapshot(SeriesCoverage Series, DateTimeOffset BarTime, string DataHash, IReadOnlyList<double?> Values);

/// <summary>Kept values of one series.</summary>
/// <param name="BarTime">Start of the bar they belong to.</param>
/// <param name="DataHash">Hash over the bars they were computed from.</param>
/// <param name="ComputedAt">When they were computed.</param>
/// <param name="Values">By column name; NaN where it has none.</param>
public sealed record StoredValues(DateTimeOffset BarTime, string DataHash, DateTimeOffset ComputedAt, IReadOnlyDictionary<string, double> Values);
