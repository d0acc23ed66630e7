using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Statistics;

/// <summary>Every statistic there is, found by one scan. Immutable and safe to share.</summary>
public sealed class StatisticRegistry
{
    private readonly IReadOnlyList<(StatisticAttribute Attribute, IStatistic Instance)> _entries;

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public StatisticRegistry(IEnumerable<Type> types)
    {
        _entries = AttributeScan.Find<IStatistic, StatisticAttribute>(types);
        All = [.. _entries.Select(entry => entry.Attribute)];
    }

    /// <summary>What is known of every statistic, ordered by id.</summary>
    public IReadOnlyList<StatisticAttribute> All { get; }

    /// <summary>The statistics of this program.</summary>
    public static StatisticRegistry Shipped() => new(typeof(StatisticRegistry).Assembly.GetTypes());

    /// <summary>What is known of one statistic, or null.</summary>
    public StatisticAttribute? Find(string id) => All.FirstOrDefault(statistic => statistic.Id == id);

    /// <summary>Computes every statistic.</summary>
    /// <returns>Measures by id, ordered by id.</returns>
    public IReadOnlyDictionary<string, Measure> Compute(Performance run) =>
        new SortedDictionary<string, Measure>(_entries.ToDictionary(entry => entry.Attribute.Id, entry => entry.Instance.Compute(run)), StringComparer.Ordinal);
}
