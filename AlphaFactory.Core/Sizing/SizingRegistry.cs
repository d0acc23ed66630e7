using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>Every sizing rule there is, found by one scan. Immutable and safe to share.</summary>
public sealed class SizingRegistry
{
    private static readonly Lazy<SizingRegistry> s_shipped = new(() => new SizingRegistry(typeof(SizingRegistry).Assembly.GetTypes()));

    private readonly Dictionary<string, SizingEntry> _entries;

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public SizingRegistry(IEnumerable<Type> types)
    {
        All = [.. AttributeScan.Find<ISizing, SizingAttribute>(types).Select(found => new SizingEntry(found.Attribute, found.Instance))];
        _entries = All.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>All sizing rules ordered by id.</summary>
    public IReadOnlyList<SizingEntry> All { get; }

    /// <summary>The sizing rules of this program.</summary>
    public static SizingRegistry Shipped() => s_shipped.Value;

    /// <summary>The rule of that id, or null.</summary>
    public SizingEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>What to say when there is no rule of that id.</summary>
    public string Miss(string id) =>
        $"There is no sizing rule \"{id}\".{Suggestion.Sentence(id, _entries.Keys)} Known are {string.Join(", ", All.Select(entry => entry.Id))}.";
}
