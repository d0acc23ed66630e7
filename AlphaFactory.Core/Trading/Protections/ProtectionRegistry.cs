using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading.Protections;

/// <summary>Every protection there is, found by one scan. Immutable and safe to share.</summary>
public sealed class ProtectionRegistry
{
    private static readonly Lazy<ProtectionRegistry> s_shipped = new(() => new ProtectionRegistry(typeof(ProtectionRegistry).Assembly.GetTypes()));

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id or a code is taken twice, also by a risk rule, or an entry is half-made.</exception>
    public ProtectionRegistry(IEnumerable<Type> types)
    {
        All = [.. AttributeScan.Find<IProtection, ProtectionAttribute>(types).Select(found => new ProtectionEntry(found.Attribute, found.Instance))];
        if (All.SelectMany(entry => entry.Protection.Codes).Concat(RiskGate.Codes).Select(code => code.Id)
            .GroupBy(id => id).FirstOrDefault(same => same.Count() > 1 || RiskRegistry.Shipped().Code(same.Key) is not null) is { } twice)
        {
            throw new RegistrationException($"The code \"{twice.Key}\" is given twice. Give one of the rules another.");
        }
    }

    /// <summary>All protections ordered by id.</summary>
    public IReadOnlyList<ProtectionEntry> All { get; }

    /// <summary>The protections of this program.</summary>
    public static ProtectionRegistry Shipped() => s_shipped.Value;

    /// <summary>The protection of that id, or null.</summary>
    public ProtectionEntry? Find(string id) => All.FirstOrDefault(entry => entry.Id == id);

    /// <summary>What to say when there is no protection of that id.</summary>
    public string Miss(string id) =>
        $"There is no protection \"{id}\".{Suggestion.Sentence(id, All.Select(entry => entry.Id))} Known are {string.Join(", ", All.Select(entry => entry.Id))}.";
}

/// <summary>A registered protection with all there is to know about it.</summary>
public sealed class ProtectionEntry
{
    internal ProtectionEntry(ProtectionAttribute about, IProtection protection)
    {
        (About, Protection) = (about, protection);
        Parameters = new ParameterSchema<ProtectionParameters>(RecordOf.Rule(protection.GetType(), typeof(Protection<>), about.Id));
    }

    /// <summary>Stable lower-kebab id.</summary>
    public string Id => About.Id;

    /// <summary>Name shown to people.</summary>
    public string Name => About.Name;

    /// <summary>What it says of itself.</summary>
    public ProtectionAttribute About { get; }

    /// <summary>The one instance; it has no state.</summary>
    public IProtection Protection { get; }

    /// <summary>Its parameters.</summary>
    public ParameterSchema<ProtectionParameters> Parameters { get; }
}

/// <summary>A protection that is on, with its parameters.</summary>
public sealed record ProtectionSetting(ProtectionEntry Protection, ProtectionParameters Parameters);
