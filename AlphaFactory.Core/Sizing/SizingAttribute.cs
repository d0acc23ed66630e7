using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>Registers a sizing rule and says in words what it does.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class SizingAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>What it does, in words.</summary>
    public required string Says { get; init; }

    /// <summary>The share of equity, as a formula.</summary>
    public required string Formula { get; init; }

    /// <summary>Where the formula comes from.</summary>
    public required string Source { get; init; }

    /// <summary>True when it reads the distance of the first stop, so that a run without a stop cannot use it.</summary>
    public bool NeedsStop { get; init; }
}
