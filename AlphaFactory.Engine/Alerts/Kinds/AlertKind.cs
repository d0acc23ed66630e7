using AlphaFactory.Core.Registration;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>Parameters of a kind of rule: a sealed record of its own for each.</summary>
public abstract record AlertParameters;

/// <summary>Parameters of a kind that has none.</summary>
public sealed record NoParameters : AlertParameters;

/// <summary>A kind of rule: finds in what was read what there is to tell. It has no state and reads nothing itself.</summary>
public interface IAlertKind
{
    /// <summary>What there is to tell.</summary>
    IEnumerable<AlertFact> Find(AlertScene scene, AlertParameters parameters);
}

/// <summary>Base of a kind: ties it to the record its parameters are declared in.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class AlertKind<TParameters> : IAlertKind
    where TParameters : AlertParameters, new()
{
    /// <inheritdoc/>
    public IEnumerable<AlertFact> Find(AlertScene scene, AlertParameters parameters) => Find(scene, (TParameters)parameters);

    /// <summary>What there is to tell.</summary>
    protected abstract IEnumerable<AlertFact> Find(AlertScene scene, TParameters parameters);
}

/// <summary>Registers a kind of rule and says in words what it tells.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class AlertKindAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>What it tells, in words.</summary>
    public required string Says { get; init; }

    /// <summary>True when it can be narrowed to one deployment.</summary>
    public bool OfDeployments { get; init; }
}
