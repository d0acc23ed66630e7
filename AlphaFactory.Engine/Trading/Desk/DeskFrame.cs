namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>Everything there is to see of what trades, at one moment. Immutable; the next frame replaces it whole.</summary>
public sealed record DeskFrame
{
    /// <summary>Rises from frame to frame of one node; it starts anew where the node that trades changes.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was made, by the clock of the machine.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The node that trades; null while none does.</summary>
    public string? Node { get; init; }

    /// <summary>Why there is nothing to see, in words; null while all is well.</summary>
    public string? Trouble { get; init; }

    /// <summary>The kill switch.</summary>
    public required KillState Kill { get; init; }

    /// <summary>When the dead-man timer kills unless somebody shows a sign of life; null while it is off.</summary>
    public DateTimeOffset? DeadManAt { get; init; }

    /// <summary>The deployments that are not stopped, newest first; drafts too.</summary>
    public required IReadOnlyList<DeploymentFrame> Deployments { get; init; }

    /// <summary>A frame without anything in it.</summary>
    public static DeskFrame Empty(DateTimeOffset at, string? trouble) => new() { Sequence = 0, At = at, Trouble = trouble, Kill = KillState.Off, Deployments = [] };
}

/// <summary>Whether the kill switch is thrown.</summary>
/// <param name="Since">When it was thrown; null while it is not.</param>
/// <param name="By">Who threw it.</param>
/// <param name="Why">Why.</param>
/// <param name="Way">By which way it came: <see cref="DeskCommand.Kill.Way"/>.</param>
public sealed record KillState(DateTimeOffset? Since, string? By, string? Why, string? Way)
{
    /// <summary>Not thrown.</summary>
    public static KillState Off { get; } = new(null, null, null, null);

    /// <summary>True while it is thrown.</summary>
    public bool IsKilled => Since is not null;

    /// <summary>Milliseconds from the wish until no order could go out any more, on the node that trades; null until it is measured.</summary>
    public double? BlockedAfter { get; init; }

    /// <summary>Milliseconds from the wish until the last cancel was handed to the broker; null until it is measured.</summary>
    public double? CancelledAfter { get; init; }

    /// <summary>Orders that were taken back.</summary>
    public int Cancels { get; init; }
}
