namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>Carries frames and wishes between nodes: over Redis where it is configured, otherwise within this process. Losing a message only delays; the database is the truth.</summary>
internal interface IDeskBus
{
    /// <summary>True when other nodes are reached.</summary>
    bool IsShared { get; }

    /// <summary>Called on any thread with each frame of another node.</summary>
    event Action<DeskFrame>? FrameCame;

    /// <summary>Called on any thread when somebody changed something in the database that whoever trades should look at now.</summary>
    event Action<DeskNudge>? Nudged;

    /// <summary>Called on any thread when the kill switch was thrown or taken back on another node.</summary>
    event Action<KillState>? KillCame;

    /// <summary>Answers for the equity of the deployments that this node runs.</summary>
    Func<string, EquityTail?>? EquityOf { get; set; }

    /// <summary>Sends a frame to the other nodes.</summary>
    void Send(DeskFrame frame);

    /// <summary>Tells every node, this one too.</summary>
    void Send(DeskNudge nudge);

    /// <summary>Tells the other nodes.</summary>
    void Send(KillState state);

    /// <summary>Asks the node that trades; null when nobody answers in time.</summary>
    Task<EquityTail?> AskEquityAsync(string deployment, CancellationToken cancellationToken);
}

/// <summary>What whoever trades should look at.</summary>
internal enum DeskNudge
{
    /// <summary>Deployments, speeds and wishes.</summary>
    Look,

    /// <summary>New events stand in the table.</summary>
    Events,

    /// <summary>A person showed a sign of life.</summary>
    Alive,
}
