using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>A registered risk rule with all there is to know about it.</summary>
public sealed class RiskEntry
{
    internal RiskEntry(RiskAttribute about, IRiskRule rule)
    {
        (About, Rule) = (about, rule);
        Parameters = new ParameterSchema<RiskParameters>(RecordOf.Rule(rule.GetType(), typeof(RiskRule<>), about.Id));
    }

    /// <summary>Stable lower-kebab id.</summary>
    public string Id => About.Id;

    /// <summary>Name shown to people.</summary>
    public string Name => About.Name;

    /// <summary>What it says of itself.</summary>
    public RiskAttribute About { get; }

    /// <summary>The one instance; it has no state.</summary>
    public IRiskRule Rule { get; }

    /// <summary>Its parameters.</summary>
    public ParameterSchema<RiskParameters> Parameters { get; }
}
