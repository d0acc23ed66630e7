using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing.Weights;

/// <summary>Every way to share equity among symbols, found by one scan. Immutable and safe to share.</summary>
public sealed class WeightingRegistry
{
    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public WeightingRegistry(IEnumerable<Type> types) => All = AttributeScan.Find<IWeighting, WeightingAttribute>(types);

    /// <summary>All of them, ordered by id.</summary>
    public IReadOnlyList<(WeightingAttribute About, IWeighting Weighting)> All { get; }

    /// <summary>Those of this program.</summary>
    public static WeightingRegistry Shipped() => new(typeof(WeightingRegistry).Assembly.GetTypes());

    /// <summary>The one of that id, or null.</summary>
    public IWeighting? Find(string id) => All.FirstOrDefault(entry => entry.About.Id == id).Weighting;
}
