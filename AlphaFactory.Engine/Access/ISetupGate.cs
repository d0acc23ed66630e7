namespace AlphaFactory.Engine.Access;

/// <summary>The door of the first visit: it lets one owner through and closes for ever, also when several knock at once.</summary>
public interface ISetupGate
{
    /// <summary>True while no user exists.</summary>
    Task<bool> IsOpenAsync(CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="create"/> inside a transaction only one caller ever commits. Resolve the gate and the user manager from the same scope, so that both use one connection.</summary>
    /// <param name="create">Stores the owner; false when that was refused, which leaves the gate open.</param>
    /// <param name="cancellationToken">Leaves the gate as it was.</param>
    Task<SetupOutcome> CreateOwnerAsync(Func<CancellationToken, Task<bool>> create, CancellationToken cancellationToken);
}

/// <summary>What came of an attempt to create the owner.</summary>
public enum SetupOutcome
{
    /// <summary>This call created the owner.</summary>
    Created,

    /// <summary>The user was refused, for example for a weak pass phrase; try again.</summary>
    Refused,

    /// <summary>An owner exists already; sign in instead.</summary>
    Closed,
}
