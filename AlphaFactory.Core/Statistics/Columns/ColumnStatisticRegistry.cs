using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Every statistic of several figures, found by one scan. Immutable and safe to share.</summary>
public sealed class ColumnStatisticRegistry
{
    private readonly IReadOnlyList<(ColumnStatisticAttribute Attribute, IColumnStatistic Instance)> _entries;

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public ColumnStatisticRegistry(IEnumerable<Type> types)
    {
        _entries = AttributeScan.Find<IColumnStatistic, ColumnStatisticAttribute>(types);
        All = [.. _entries.Select(entry => entry.Attribute)];
    }

    /// <summary>What is known of every one, ordered by id.</summary>
    public IReadOnlyList<ColumnStatisticAttribute> All { get; }

    /// <summary>Those of this program.</summary>
    public static ColumnStatisticRegistry Shipped() => new(typeof(ColumnStatisticRegistry).Assembly.GetTypes());

    /// <summary>Computes every one.</summary>
    /// <returns>Columns by id, ordered by id.</returns>
    public IReadOnlyDictionary<string, MeasureColumn> Compute(Performance run) =>
        new SortedDictionary<string, MeasureColumn>(
            _entries.ToDictionary(entry => entry.Attribute.Id, entry => run.Defect is { } defect ? MeasureColumn.Undefined(defect) : entry.Instance.Compute(run)),
            StringComparer.Ordinal);
}
