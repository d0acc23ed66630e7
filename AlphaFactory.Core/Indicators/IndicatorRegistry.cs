using System.Collections.Concurrent;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Indicators;

/// <summary>Every indicator there is, found by one scan. Immutable and safe to share.</summary>
public sealed class IndicatorRegistry
{
    // Those of this program are held to the checks by a test. To check them at every start would make all of them for a run that reads two.
    private static readonly Lazy<IndicatorRegistry> s_shipped = new(() => new(AttributeScan.Find<IndicatorAttribute>(typeof(IndicatorRegistry).Assembly.GetTypes())));

    private readonly Dictionary<string, IndicatorEntry> _entries;
    private readonly ConcurrentDictionary<string, IndicatorColumn> _columns = new(StringComparer.Ordinal);

    /// <summary>Scans the given types and checks what it finds.</summary>
    /// <exception cref="RegistrationException">An id or a column name is taken twice, or an entry is half-made.</exception>
    public IndicatorRegistry(IEnumerable<Type> types)
        : this(AttributeScan.Find<IndicatorAttribute>(types))
    {
        foreach (var entry in All)
        {
            entry.Check();
        }

        var names = All.SelectMany(entry => entry.Columns(entry.Parameters.Defaults())).GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase);
        if (names.FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new RegistrationException($"The column name \"{twice.Key}\" is taken twice: by {string.Join(" and by ", twice.Select(column => column.Indicator.Id))}. Give one of them another name.");
        }
    }

    private IndicatorRegistry(IReadOnlyList<(IndicatorAttribute Attribute, Type Type)> found)
    {
        All = [.. found.Select(one => new IndicatorEntry(one.Attribute, one.Type))];
        _entries = All.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>All indicators ordered by id.</summary>
    public IReadOnlyList<IndicatorEntry> All { get; }

    /// <summary>Every column with the parameters most people use: what <c>all</c> means on a command line and the summary of a symbol shows.</summary>
    public IReadOnlyList<IndicatorColumn> UsualColumns => [.. All.OrderBy(entry => entry.About.Group).SelectMany(entry => entry.UsualColumns())];

    /// <summary>The indicators of this program.</summary>
    public static IndicatorRegistry Shipped() => s_shipped.Value;

    /// <summary>The indicator of that id, or null.</summary>
    public IndicatorEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>The indicator of that id.</summary>
    /// <exception cref="UnknownIdException">There is none; the message lists the known ids with a suggestion.</exception>
    public IndicatorEntry Get(string id) => Find(id) ?? throw new UnknownIdException(
        $"There is no indicator \"{id}\".{Suggestion.Sentence(id, _entries.Keys)} Known are {string.Join(", ", _entries.Keys)}.");

    /// <summary>Resolves a column name with any valid parameters, such as <c>sma_37</c> or <c>macd_hist_12_26_9</c>.</summary>
    /// <exception cref="IndicatorColumnException">No indicator has such a column, or a value in it is out of range.</exception>
    public IndicatorColumn Column(string name) => _columns.TryGetValue(name, out var known) ? known : _columns.GetOrAdd(name, Resolve(name));

    private IndicatorColumn Resolve(string name)
    {
        var faults = new List<string>();
        foreach (var entry in All)
        {
            if (entry.Read(name, faults) is { } column)
            {
                return column;
            }
        }

        var examples = All.SelectMany(entry => entry.Columns(entry.Parameters.Defaults())).Select(column => column.Name);
        throw new IndicatorColumnException(faults.Count > 0
            ? $"The column \"{name}\" cannot be computed: {string.Join(" ", faults)}"
            : $"There is no indicator column \"{name}\".{Suggestion.Sentence(name, examples)} A column is an indicator's name followed by its parameters, such as sma_20 or macd_signal_12_26_9.");
    }
}
