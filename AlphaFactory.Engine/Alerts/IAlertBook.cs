namespace AlphaFactory.Engine.Alerts;

/// <summary>Rules, channels and the inbox, for people.</summary>
public interface IAlertBook
{
    /// <summary>Stores the rules a new installation begins with, once for ever: what somebody deletes does not come back.</summary>
    Task SeedAsync(CancellationToken cancellationToken);

    /// <summary>All rules by name.</summary>
    Task<IReadOnlyList<AlertRule>> RulesAsync(CancellationToken cancellationToken);

    /// <summary>Stores a new rule (version 0) or changes one.</summary>
    Task<AlertChange> SaveAsync(AlertRule rule, string by, CancellationToken cancellationToken);

    /// <summary>Removes a rule; what it told stays in the inbox.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteRuleAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>All channels by name.</summary>
    Task<IReadOnlyList<AlertChannel>> ChannelsAsync(CancellationToken cancellationToken);

    /// <summary>Stores a new channel (version 0) or changes one.</summary>
    Task<AlertChange> SaveAsync(AlertChannel channel, string by, CancellationToken cancellationToken);

    /// <summary>Removes a channel; messages that wait for it end as failed, and say so.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteChannelAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>Alerts, newest first.</summary>
    Task<IReadOnlyList<Alert>> AlertsAsync(AlertQuery query, CancellationToken cancellationToken);

    /// <summary>Number of alerts a query has, whatever its skip and take.</summary>
    Task<int> CountAsync(AlertQuery query, CancellationToken cancellationToken);

    /// <summary>How many nobody has seen.</summary>
    Task<UnseenAlerts> UnseenAsync(CancellationToken cancellationToken);

    /// <summary>Notes who has seen them; those seen before keep their first reader.</summary>
    /// <param name="ids">The alerts; null is all that are unseen.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Notes nothing.</param>
    /// <returns>How many were unseen until now.</returns>
    Task<int> MarkSeenAsync(IReadOnlyCollection<long>? ids, string by, CancellationToken cancellationToken);
}

/// <summary>What came of a change to a rule or a channel.</summary>
public abstract record AlertChange
{
    private AlertChange()
    {
    }

    /// <summary>It is stored.</summary>
    /// <param name="Id">Under this id.</param>
    public sealed record Done(string Id) : AlertChange;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Faults">Everything that is wrong, in words.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : AlertChange;

    /// <summary>Somebody else changed or deleted it since it was read; nothing was stored.</summary>
    public sealed record Overtaken : AlertChange;
}
