using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Costs;

/// <summary>Registers a commission model: its id is what <c>commission</c> takes in a run file.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class CommissionModelAttribute(string id, string name) : RegisteredAttribute(id, name), ICostModelWords
{
    /// <inheritdoc/>
    public required string Words { get; init; }

    /// <inheritdoc/>
    public string Source { get; init; } = "";
}
