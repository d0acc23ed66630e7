using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Strategies;

/// <summary>Registers a strategy and says in words what it does and when it fails.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class StrategyAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>Title of a run with parameter names in braces, such as <c>SMA crossover {fast}/{slow}</c>; the name when left out.</summary>
    public string? Title { get; init; }

    /// <summary>What it does, in words.</summary>
    public required string Logic { get; init; }

    /// <summary>When it fails, in words.</summary>
    public required string Failure { get; init; }
}
