using AlphaFactory.Core.Registration;

namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Every search method there is, found by one scan. Immutable and safe to share.</summary>
public sealed class SearchMethodRegistry
{
    private readonly IReadOnlyList<(SearchMethodAttribute Attribute, ISearchMethod Instance)> _entries;

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public SearchMethodRegistry(IEnumerable<Type> types) => _entries = AttributeScan.Find<ISearchMethod, SearchMethodAttribute>(types);

    /// <summary>What is known of every method, ordered by id.</summary>
    public IReadOnlyList<SearchMethodAttribute> All => [.. _entries.Select(entry => entry.Attribute)];

    /// <summary>The methods of this program.</summary>
    public static SearchMethodRegistry Shipped() => new(typeof(SearchMethodRegistry).Assembly.GetTypes());

    /// <summary>The method of that id, or null.</summary>
    public ISearchMethod? Find(string id) => _entries.FirstOrDefault(entry => entry.Attribute.Id == id).Instance;

    /// <summary>What to say when there is no method of that id.</summary>
    public string Miss(string id) =>
        $"There is no search method \"{id}\".{Suggestion.Sentence(id, All.Select(method => method.Id))} Known are {string.Join(", ", All.Select(method => method.Id))}.";
}
