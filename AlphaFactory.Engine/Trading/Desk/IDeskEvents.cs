namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What happened at the desk, kept in the table <c>desk_events</c>. Whoever keeps the last id it has seen misses nothing, over restarts too.</summary>
public interface IDeskEvents
{
    /// <summary>Events after one, oldest first.</summary>
    /// <param name="after">Id of the last one seen; 0 for all.</param>
    /// <param name="most">Most to return, 1 to 1000.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    Task<IReadOnlyList<StoredDeskEvent>> AfterAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>The newest events that fit, newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    Task<IReadOnlyList<StoredDeskEvent>> NewestAsync(DeskEventQuery query, CancellationToken cancellationToken);

    /// <summary>Id of the newest event; 0 when there is none.</summary>
    Task<long> LastIdAsync(CancellationToken cancellationToken);

    /// <summary>Every event after one, then each later one as it comes; waits for ever, and while the database is away.</summary>
    /// <param name="after">Id of the last one seen; 0 for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<StoredDeskEvent> FollowAsync(long after, CancellationToken cancellationToken);
}

/// <summary>An event as it is kept.</summary>
/// <param name="Id">Rises from event to event.</param>
/// <param name="Deployment">The deployment; null for what concerns all.</param>
/// <param name="MarketAt">When, by the clock of its market; null for what concerns all.</param>
/// <param name="At">When, by the clock of the machine.</param>
/// <param name="Kind">Stable word: <c>filled</c>, <c>killed</c> and so on.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Text">What happened, in words.</param>
/// <param name="Happened">The same with its numbers.</param>
public sealed record StoredDeskEvent(long Id, string? Deployment, DateTimeOffset? MarketAt, DateTimeOffset At, string Kind, DeskSeverity Severity, string Text, DeskEvent Happened);

/// <summary>Which events are wanted.</summary>
public sealed record DeskEventQuery
{
    /// <summary>Of this deployment; null of all, and what concerns all.</summary>
    public string? Deployment { get; init; }

    /// <summary>Of these kinds; empty of all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>That matter at least so much.</summary>
    public DeskSeverity AtLeast { get; init; }

    /// <summary>Before this id; null from the newest on.</summary>
    public long? Before { get; init; }

    /// <summary>Most to return, 1 to 1000.</summary>
    public int Most { get; init; } = 100;
}
