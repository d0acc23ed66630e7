namespace AlphaFactory.Engine.Alerts;

/// <summary>Work that only one node may do at a time: whoever holds the lease does it, and another takes over when the holder falls silent. Nodes must agree on the time to within a few seconds.</summary>
public interface ILeases
{
    /// <summary>Takes or keeps a lease.</summary>
    /// <returns>False when another node holds it.</returns>
    Task<bool> TakeAsync(LeaseClaim claim, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>Gives a lease back, so that another node need not wait; nothing happens when it is not this node's.</summary>
    Task ReleaseAsync(LeaseClaim claim, CancellationToken cancellationToken);
}

/// <summary>Who wants or has which lease.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Holder">A process: node name and something no other process has.</param>
public sealed record LeaseClaim(string Name, string Holder);
