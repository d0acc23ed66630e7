using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Statistics;

/// <summary>Every statistic there is, found by one scan. Immutable and safe to share.</summary>
public sealed class StatisticRegistry
{
    private readonly IReadOnlyList<(StatisticAttribute Attribute, IStatistic Instance)> _entries;
    private readonly Dictionary<string, IStatistic> _byName = new(StringComparer.Ordinal);

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public StatisticRegistry(IEnumerable<Type> types)
    {
        _entries = AttributeScan.Find<IStatistic, StatisticAttribute>(types);
        All = [.. _entries.Select(entry => entry.Attribute)];
        if (All.SelectMany(statistic => statistic.Alias.Length > 0 ? new[] { statistic.Id, statistic.Alias } : [statistic.Id]).GroupBy(id => id).FirstOrDefault(ids => ids.Count() > 1) is { } twice)
        {
            throw new RegistrationException($"The id \"{twice.Key}\" is taken twice, once as an alias. Give one of the statistics another.");
        }

        foreach (var (attribute, instance) in _entries)
        {
            _byName[attribute.Id] = instance;
            if (attribute.Alias.Length > 0)
            {
                _byName[attribute.Alias] = instance;
            }
        }
    }

    /// <summary>What is known of every statistic, ordered by id.</summary>
    public IReadOnlyList<StatisticAttribute> All { get; }

    /// <summary>The statistics of this program.</summary>
    public static StatisticRegistry Shipped() => new(typeof(StatisticRegistry).Assembly.GetTypes());

    /// <summary>What is known of one statistic by its id or alias, or null.</summary>
    public StatisticAttribute? Find(string id) => All.FirstOrDefault(statistic => statistic.Id == id || statistic.Alias == id);

    /// <summary>Computes one statistic by its id or alias.</summary>
    /// <exception cref="UnknownIdException">There is none.</exception>
    public Measure Compute(Performance run, string id)
    {
        return _byName.TryGetValue(id, out var statistic)
            ? Guarded(statistic, run)
            : throw new UnknownIdException($"There is no statistic \"{id}\".{Suggestion.Sentence(id, All.SelectMany(statistic => new[] { statistic.Id, statistic.SheetId }))}");
    }

    /// <summary>Computes every statistic that a backtest shows.</summary>
    /// <returns>Measures by id, ordered by id.</returns>
    public IReadOnlyDictionary<string, Measure> Compute(Performance run) =>
        Collect(run, statistic => statistic.Scope != StatisticScope.Tearsheet, statistic => statistic.Id);

    /// <summary>Computes every statistic of a return series.</summary>
    /// <returns>Measures by <see cref="StatisticAttribute.SheetId"/>, ordered by it.</returns>
    public IReadOnlyDictionary<string, Measure> ComputeSheet(Performance run) =>
        Collect(run, statistic => statistic.Scope != StatisticScope.Run, statistic => statistic.SheetId);

    private static Measure Guarded(IStatistic statistic, Performance run) => run.Defect is { } defect ? Measure.Undefined(defect) : statistic.Compute(run);

    private SortedDictionary<string, Measure> Collect(Performance run, Predicate<StatisticAttribute> wanted, Func<StatisticAttribute, string> id)
    {
        string? defect = run.Defect;
        var measures = new SortedDictionary<string, Measure>(StringComparer.Ordinal);
        foreach (var (attribute, instance) in _entries.Where(entry => wanted(entry.Attribute)))
        {
            measures[id(attribute)] = defect is null ? instance.Compute(run) : Measure.Undefined(defect);
        }

        return measures;
    }
}
