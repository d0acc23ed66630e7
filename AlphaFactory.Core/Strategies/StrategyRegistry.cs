using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Strategies;

/// <summary>Every strategy there is, found by one scan at start. Immutable and safe to share.</summary>
public sealed class StrategyRegistry : IStrategyCatalog
{
    private readonly Dictionary<string, StrategyEntry> _entries;

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public StrategyRegistry(IEnumerable<Type> types)
    {
        All = [.. AttributeScan.Find<IStrategy, StrategyAttribute>(types).Select(found => new StrategyEntry(found.Attribute, found.Instance))];
        _entries = All.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StrategyEntry> All { get; }

    /// <summary>The strategies of this program.</summary>
    public static StrategyRegistry Shipped() => new(typeof(StrategyRegistry).Assembly.GetTypes());

    /// <inheritdoc/>
    public StrategyEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>The strategy of that id.</summary>
    /// <exception cref="UnknownIdException">There is none; the message lists the known ids with a suggestion.</exception>
    public StrategyEntry Get(string id) => Find(id) ?? throw new UnknownIdException(Miss(id));

    /// <inheritdoc/>
    public string Miss(string id) =>
        $"There is no strategy \"{id}\".{Suggestion.Sentence(id, _entries.Keys)} Known are {string.Join(", ", All.Select(entry => entry.Id))}.";
}
