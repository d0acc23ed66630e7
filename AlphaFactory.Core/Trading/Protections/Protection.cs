using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Trading.Protections;

/// <summary>Base of a protection: ties it to the record its parameters are declared in.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class Protection<TParameters> : IProtection
    where TParameters : ProtectionParameters, new()
{
    /// <inheritdoc/>
    public abstract IReadOnlyList<RuleCode> Codes { get; }

    /// <inheritdoc/>
    public LockDemand? Judge(ProtectionFacts facts, ProtectionParameters parameters) => Judge(facts, (TParameters)parameters);

    /// <summary>Looks at the trades after one has ended.</summary>
    protected abstract LockDemand? Judge(ProtectionFacts facts, TParameters parameters);
}

/// <summary>Registers a protection and says in words what it does.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class ProtectionAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>What it does, in words.</summary>
    public required string Says { get; init; }
}
