using AlphaFactory.Engine.Trading.Evidence.Notes;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>Which kind of journal entry an event of the desk is. An event of a newer program is shown as one of its deployment's state.</summary>
internal static class JournalKinds
{
    private static readonly Dictionary<JournalKind, string[]> s_events = new()
    {
        [JournalKind.Fill] = ["filled"],
        [JournalKind.Refusal] = ["refused", "rejected", "order-unknown"],
        [JournalKind.Risk] = ["rule-halted", "locked", "unlocked", "killed", "unkilled"],
        [JournalKind.Connection] = ["connection-lost", "connection-back", "alarm"],
        [JournalKind.State] = ["state-changed", "failed"],
        [JournalKind.Day] = ["day-ended", "feed-ended"],
    };

    /// <summary>The events of a kind; empty for one that no event is.</summary>
    public static string[] Events(JournalKind kind) => s_events.GetValueOrDefault(kind) ?? [];

    /// <summary>The kind of an event.</summary>
    public static JournalKind Of(string happened) => s_events.FirstOrDefault(pair => pair.Value.Contains(happened)) is { Value: not null } known ? known.Key : JournalKind.State;
}
