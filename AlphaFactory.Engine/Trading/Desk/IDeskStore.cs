namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What the desk keeps in the database beside deployments and journals. Every method throws a <see cref="System.Data.Common.DbException"/> while the database is away.</summary>
public interface IDeskStore
{
    /// <summary>Takes the lease, or holds it longer; one that has run out may be taken by anybody.</summary>
    /// <param name="holder">Who asks.</param>
    /// <param name="length">How long it holds from now.</param>
    /// <param name="mayTake">Asked about the present holder when the lease has not run out: true when it is known to be dead. Null asks nobody.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lease as it is now, whoever holds it.</returns>
    Task<DeskLease> TakeAsync(string holder, TimeSpan length, Func<string, bool>? mayTake, CancellationToken cancellationToken);

    /// <summary>Gives the lease back, if it is still held under that token.</summary>
    Task ReleaseAsync(DeskLease lease, CancellationToken cancellationToken);

    /// <summary>Who trades now; null when nobody does.</summary>
    Task<DeskLease?> HolderAsync(CancellationToken cancellationToken);

    /// <summary>What is kept of every deployment, by its id; one of which nothing is kept is not in it.</summary>
    Task<IReadOnlyDictionary<string, LaneState>> LanesAsync(CancellationToken cancellationToken);

    /// <summary>Keeps how far the clock of a deployment has come; an earlier instant than the one kept changes nothing.</summary>
    /// <returns>False when the lease is held no longer; nothing is kept then.</returns>
    Task<bool> MarkAsync(string deployment, DateTimeOffset mark, long token, CancellationToken cancellationToken);

    /// <summary>Keeps the speed somebody wants.</summary>
    Task SetSpeedAsync(string deployment, double speed, CancellationToken cancellationToken);

    /// <summary>Keeps that somebody wants out, or that they are.</summary>
    Task SetLeavingAsync(string deployment, bool leaving, CancellationToken cancellationToken);

    /// <summary>Keeps that somebody took a lock off.</summary>
    Task AddUnlockAsync(string deployment, LaneUnlock unlock, CancellationToken cancellationToken);

    /// <summary>The kill switch as it is kept.</summary>
    Task<KillRecord> KillAsync(CancellationToken cancellationToken);

    /// <summary>Keeps that the kill switch was thrown; one that is kept as thrown already stays as it is.</summary>
    Task ThrowAsync(KillState state, CancellationToken cancellationToken);

    /// <summary>Keeps that the kill switch was taken back.</summary>
    Task LiftAsync(DateTimeOffset at, string by, string note, CancellationToken cancellationToken);
}

/// <summary>The right to trade, which one node has at a time.</summary>
/// <param name="Holder">Who holds it.</param>
/// <param name="Token">Rises whenever it changes hands; a journal is written only under the newest.</param>
public sealed record DeskLease(string Holder, long Token);

/// <summary>What is kept of a running deployment.</summary>
/// <param name="Mark">How far its clock had come at most; null before it ran.</param>
/// <param name="Speed">Speed somebody wants; null for that of the deployment.</param>
/// <param name="IsLeaving">True while somebody wants out.</param>
/// <param name="Unlocks">Locks that somebody took off.</param>
public sealed record LaneState(DateTimeOffset? Mark, double? Speed, bool IsLeaving, IReadOnlyList<LaneUnlock> Unlocks)
{
    /// <summary>Of a deployment that never ran.</summary>
    public static LaneState None { get; } = new(null, null, false, []);
}

/// <summary>A lock that somebody took off.</summary>
/// <param name="Lock">Its number.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, by the clock of the market.</param>
/// <param name="Note">Why.</param>
public sealed record LaneUnlock(int Lock, string By, DateTimeOffset At, string Note);

/// <summary>The kill switch as the database keeps it.</summary>
/// <param name="State">Thrown or not.</param>
/// <param name="LiftedAt">When it was last taken back; null when it never was. A flag in a file that is older is a leftover.</param>
/// <param name="LiftedBy">Who took it back.</param>
/// <param name="Note">Why.</param>
public sealed record KillRecord(KillState State, DateTimeOffset? LiftedAt, string? LiftedBy, string? Note);
