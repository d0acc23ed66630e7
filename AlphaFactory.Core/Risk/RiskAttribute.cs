using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>Registers a risk rule and says in words what it does.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
/// <param name="moments">When it is asked.</param>
public sealed class RiskAttribute(string id, string name, RiskMoments moments) : RegisteredAttribute(id, name)
{
    /// <summary>When it is asked.</summary>
    public RiskMoments Moments { get; } = moments;

    /// <summary>What it does, in words.</summary>
    public required string Says { get; init; }

    /// <summary>When it cannot bind or does not help, in words.</summary>
    public required string Limits { get; init; }

    /// <summary>True for a rule that looks at a clock, a quote or a broker: it works where orders are placed, and has nothing to look at in a backtest.</summary>
    public bool NeedsMarket { get; init; }
}
