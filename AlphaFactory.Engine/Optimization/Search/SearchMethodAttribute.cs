using AlphaFactory.Core.Registration;

namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Registers a search method.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class SearchMethodAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>What it does and when to take it, in words.</summary>
    public required string Words { get; init; }
}
