using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>Every kind of rule there is, found by one scan. Immutable and safe to share.</summary>
public sealed class AlertKindRegistry
{
    private static readonly Lazy<AlertKindRegistry> s_shipped = new(() => new AlertKindRegistry(typeof(AlertKindRegistry).Assembly.GetTypes()));

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public AlertKindRegistry(IEnumerable<Type> types) =>
        All = [.. AttributeScan.Find<IAlertKind, AlertKindAttribute>(types).Select(found => new AlertKindEntry(found.Attribute, found.Instance))];

    /// <summary>All kinds ordered by id.</summary>
    public IReadOnlyList<AlertKindEntry> All { get; }

    /// <summary>The kinds of this program.</summary>
    public static AlertKindRegistry Shipped() => s_shipped.Value;

    /// <summary>The kind of that id, or null.</summary>
    public AlertKindEntry? Find(string id) => All.FirstOrDefault(entry => entry.Id == id);

    /// <summary>What to say when there is no kind of that id.</summary>
    public string Miss(string id) =>
        $"There is no kind of alert \"{id}\".{Suggestion.Sentence(id, All.Select(entry => entry.Id))} Known are {string.Join(", ", All.Select(entry => entry.Id))}.";
}

/// <summary>A registered kind with all there is to know about it.</summary>
public sealed class AlertKindEntry
{
    internal AlertKindEntry(AlertKindAttribute about, IAlertKind kind)
    {
        (About, Kind) = (about, kind);
        var record = Ancestors(kind.GetType()).FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AlertKind<>))?.GetGenericArguments()[0]
            ?? throw new RegistrationException($"{kind.GetType().FullName} is registered as \"{about.Id}\" but does not derive from AlertKind<TParameters>, so its parameters are unknown.");
        Parameters = new ParameterSchema<AlertParameters>(record);
    }

    /// <summary>Stable lower-kebab id.</summary>
    public string Id => About.Id;

    /// <summary>Name shown to people.</summary>
    public string Name => About.Name;

    /// <summary>What it says of itself.</summary>
    public AlertKindAttribute About { get; }

    /// <summary>The one instance; it has no state.</summary>
    public IAlertKind Kind { get; }

    /// <summary>Its parameters.</summary>
    public ParameterSchema<AlertParameters> Parameters { get; }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
