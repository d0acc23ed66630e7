namespace AlphaFactory.Engine.Alerts;

/// <summary>One message on its way by one channel.</summary>
public sealed record Delivery
{
    /// <summary>Id, the same in every attempt: a receiver can tell a repeat by it.</summary>
    public required string Id { get; init; }

    /// <summary>Why it is sent.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>The alert it tells; null for a digest and a test.</summary>
    public long? AlertId { get; init; }

    /// <summary>The channel.</summary>
    public required string ChannelId { get; init; }

    /// <summary>Name of the channel at that time.</summary>
    public required string Channel { get; init; }

    /// <summary>How much it matters.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>The rest.</summary>
    public required string Text { get; init; }

    /// <summary>Address of the page that shows it, relative to the root; null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not sent before.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>True when an earlier attempt ended without an answer, so that it may have arrived.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Id of the message this one stands in for; null when it stands for itself.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was said last about it; never a secret.</summary>
    public string? Note { get; init; }
}

/// <summary>Why a message is sent.</summary>
public enum DeliveryKind
{
    /// <summary>It tells an alert.</summary>
    Alert,

    /// <summary>It tells what was held back.</summary>
    Digest,

    /// <summary>Somebody tries the channel.</summary>
    Test,
}

/// <summary>Where a message is in its life.</summary>
public enum DeliveryState
{
    /// <summary>Goes out when it is due.</summary>
    Waiting,

    /// <summary>Held back by quiet hours or the hourly limit.</summary>
    Held,

    /// <summary>A node is sending it.</summary>
    Sending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>Given up.</summary>
    Failed,

    /// <summary>Told by a digest.</summary>
    Digested,
}

/// <summary>One attempt to send a message.</summary>
/// <param name="DeliveryId">The message.</param>
/// <param name="Number">From 1.</param>
/// <param name="Node">Who tried.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When the answer came; null while it is out, and for ever when the process ended before.</param>
/// <param name="Outcome"><c>sent</c>, <c>later</c>, <c>refused</c> or <c>unknown</c>; null while it is out.</param>
/// <param name="Note">What the channel answered; never a secret.</param>
public sealed record DeliveryAttempt(string DeliveryId, int Number, string Node, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Outcome, string? Note);

/// <summary>Which messages the log shows, the newest first.</summary>
/// <param name="ChannelId">Only this channel; null is all.</param>
/// <param name="State">Only in this state; null is all.</param>
/// <param name="Skip">Rows to pass over.</param>
/// <param name="Take">Rows at most.</param>
public sealed record DeliveryQuery(string? ChannelId = null, DeliveryState? State = null, int Skip = 0, int Take = 50);
