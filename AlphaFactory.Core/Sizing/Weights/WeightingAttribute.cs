using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing.Weights;

/// <summary>Registers a way to share equity among symbols.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class WeightingAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>What it does, in words.</summary>
    public required string Says { get; init; }

    /// <summary>Formula of a weight.</summary>
    public required string Formula { get; init; }

    /// <summary>Where the formula comes from.</summary>
    public required string Source { get; init; }
}
