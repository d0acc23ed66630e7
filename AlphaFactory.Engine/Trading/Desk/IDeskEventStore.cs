namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>The table behind <see cref="IDeskEvents"/>. Every method throws a <see cref="System.Data.Common.DbException"/> while the database is away.</summary>
internal interface IDeskEventStore
{
    /// <summary>Adds events in their order; one whose key is there already is passed over.</summary>
    Task AppendAsync(IReadOnlyList<NewDeskEvent> events, CancellationToken cancellationToken);

    /// <summary>Events after one, oldest first.</summary>
    Task<IReadOnlyList<StoredDeskEvent>> AfterAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>The newest that fit, newest first.</summary>
    Task<IReadOnlyList<StoredDeskEvent>> NewestAsync(DeskEventQuery query, CancellationToken cancellationToken);

    /// <summary>Id of the newest; 0 when there is none.</summary>
    Task<long> LastIdAsync(CancellationToken cancellationToken);
}

/// <summary>An event to be kept.</summary>
/// <param name="Key">Two events of one key are one.</param>
/// <param name="Deployment">The deployment; null for what concerns all.</param>
/// <param name="MarketAt">When, by the clock of its market.</param>
/// <param name="At">When, by the clock of the machine.</param>
/// <param name="Text">In words.</param>
/// <param name="Happened">With its numbers.</param>
internal sealed record NewDeskEvent(string Key, string? Deployment, DateTimeOffset? MarketAt, DateTimeOffset At, string Text, DeskEvent Happened);
