using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>A registered sizing rule with all there is to know about it.</summary>
public sealed class SizingEntry
{
    internal SizingEntry(SizingAttribute about, ISizing rule)
    {
        (About, Rule) = (about, rule);
        Parameters = new ParameterSchema<SizingParameters>(RecordOf.Rule(rule.GetType(), typeof(Sizing<>), about.Id));
    }

    /// <summary>Stable lower-kebab id.</summary>
    public string Id => About.Id;

    /// <summary>Name shown to people.</summary>
    public string Name => About.Name;

    /// <summary>What it says of itself.</summary>
    public SizingAttribute About { get; }

    /// <summary>The one instance; it has no state.</summary>
    public ISizing Rule { get; }

    /// <summary>Its parameters.</summary>
    public ParameterSchema<SizingParameters> Parameters { get; }
}
