namespace AlphaFactory.Engine.Alerts;

/// <summary>What is to be sent, and what became of it. An alert and its messages are written in one transaction, so a process that dies loses nothing.</summary>
public interface IAlertOutbox
{
    /// <summary>
    /// Writes what rules found: each fact once a rule, more of the same episode counted within the rule's window, one message a channel, and how far the source was read.
    /// Nothing is written when the lease is no longer this node's.
    /// </summary>
    /// <returns>Alerts that are new.</returns>
    Task<int> RaiseAsync(LeaseClaim lease, IReadOnlyList<(AlertRule Rule, AlertFact Fact)> found, AlertCursor? read, CancellationToken cancellationToken);

    /// <summary>How far a source was read; 0 when never.</summary>
    Task<long> CursorAsync(string source, CancellationToken cancellationToken);

    /// <summary>Notes how far a source was read; never backwards.</summary>
    Task MoveAsync(AlertCursor read, CancellationToken cancellationToken);

    /// <summary>Writes a message that tries a channel.</summary>
    Task<Delivery> TestAsync(AlertChannel channel, string by, CancellationToken cancellationToken);

    /// <summary>Messages that are due, oldest first; those among them whose sender fell silent.</summary>
    Task<IReadOnlyList<Delivery>> DueAsync(int take, CancellationToken cancellationToken);

    /// <summary>Takes a message to send it, and notes that an attempt begins, before anything leaves the machine.</summary>
    /// <returns>The message with the number of this attempt; null when another node has it or it has ended.</returns>
    Task<Delivery?> ClaimAsync(string id, string node, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>Notes what became of an attempt.</summary>
    /// <param name="sending">What <see cref="ClaimAsync"/> answered.</param>
    /// <param name="ended">How it ended.</param>
    /// <param name="cancellationToken">Notes nothing.</param>
    Task SettleAsync(Delivery sending, AttemptEnd ended, CancellationToken cancellationToken);

    /// <summary>Holds messages back until an instant.</summary>
    Task HoldAsync(IReadOnlyCollection<string> ids, DateTimeOffset until, string why, CancellationToken cancellationToken);

    /// <summary>Puts one message in the place of several that were held back.</summary>
    /// <returns>The message; null when they are no longer held.</returns>
    Task<Delivery?> DigestAsync(AlertChannel channel, IReadOnlyList<Delivery> held, string title, string text, CancellationToken cancellationToken);

    /// <summary>Instants at which a channel took a message since then, oldest first, critical or not.</summary>
    Task<IReadOnlyList<DateTimeOffset>> SentSinceAsync(string channelId, DateTimeOffset since, bool critical, CancellationToken cancellationToken);

    /// <summary>The log, newest first.</summary>
    Task<IReadOnlyList<Delivery>> ListAsync(DeliveryQuery query, CancellationToken cancellationToken);

    /// <summary>Number of messages a query has, whatever its skip and take.</summary>
    Task<int> CountAsync(DeliveryQuery query, CancellationToken cancellationToken);

    /// <summary>The message of that id, or null.</summary>
    Task<Delivery?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All attempts at these messages, in order.</summary>
    Task<IReadOnlyList<DeliveryAttempt>> AttemptsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Removes what ended before that instant: alerts, messages, attempts.</summary>
    Task PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>How far a source of facts was read.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Position">Last id read.</param>
public sealed record AlertCursor(string Source, long Position);

/// <summary>How an attempt ended.</summary>
public abstract record AttemptEnd
{
    private AttemptEnd()
    {
    }

    /// <summary>The channel took it.</summary>
    /// <param name="Note">What it answered.</param>
    public sealed record Sent(string Note) : AttemptEnd;

    /// <summary>It is tried again.</summary>
    /// <param name="At">When.</param>
    /// <param name="Note">Why.</param>
    /// <param name="MayHaveArrived">True when it may have arrived all the same.</param>
    public sealed record Again(DateTimeOffset At, string Note, bool MayHaveArrived) : AttemptEnd;

    /// <summary>It is given up.</summary>
    /// <param name="Note">Why.</param>
    /// <param name="Fallback">The channel that takes it instead; null when there is none.</param>
    public sealed record GivenUp(string Note, AlertChannel? Fallback) : AttemptEnd;
}
