namespace AlphaFactory.Engine.Trading.Evidence.Notes;

/// <summary>What happened in trading, in the order of the markets' clocks: what the desk told, orders as they were written down, and what people wrote.</summary>
public interface ITradingJournal
{
    /// <summary>Entries of a query, newest first.</summary>
    Task<JournalPage> ReadAsync(JournalQuery query, CancellationToken cancellationToken);
}

/// <summary>Which entries are wanted.</summary>
public sealed record JournalQuery
{
    /// <summary>Of this deployment; null of all, and what concerns all.</summary>
    public string? Deployment { get; init; }

    /// <summary>Of this kind; null of all.</summary>
    public JournalKind? Kind { get; init; }

    /// <summary>Of this trading day, by the clock of the market; null of all.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>With this in their words or tags, whatever the case; null all.</summary>
    public string? Text { get; init; }

    /// <summary>Rows to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>Rows at most.</summary>
    public int Take { get; init; } = 50;

    /// <summary>True when some entries may be left out.</summary>
    public bool Narrows => Deployment is not null || Kind is not null || Day is not null || Text is not null;
}

/// <summary>A part of the journal.</summary>
/// <param name="Entries">The rows, newest first.</param>
/// <param name="Total">Rows of all parts of the query.</param>
public sealed record JournalPage(IReadOnlyList<JournalEntry> Entries, int Total);

/// <summary>One entry.</summary>
/// <param name="Key">Unique and stable: its kind of source and its id there.</param>
/// <param name="At">When, by the clock of the machine.</param>
/// <param name="MarketAt">When, by the clock of the market; null for what has none.</param>
/// <param name="Day">The trading day it belongs to.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Weight">How much it matters: 0 good to know, 1 look, 2 look now.</param>
/// <param name="Deployment">Id of the deployment; null for what concerns all.</param>
/// <param name="Text">What happened, in words.</param>
/// <param name="Note">The note it is; null for what nobody wrote.</param>
public sealed record JournalEntry(string Key, DateTimeOffset At, DateTimeOffset? MarketAt, DateOnly Day, JournalKind Kind, int Weight, string? Deployment, string Text, TradingNote? Note);

/// <summary>What an entry is.</summary>
public enum JournalKind
{
    /// <summary>What a person wrote.</summary>
    Note,

    /// <summary>An order was written down to be placed.</summary>
    Order,

    /// <summary>Shares changed hands.</summary>
    Fill,

    /// <summary>The gate, the broker or nobody answered an order with yes.</summary>
    Refusal,

    /// <summary>A rule, a protection or the kill switch closed something, or it was opened again.</summary>
    Risk,

    /// <summary>A connection was lost or came back, or somebody had to be told of something.</summary>
    Connection,

    /// <summary>A deployment does something else.</summary>
    State,

    /// <summary>A day or a feed ended.</summary>
    Day,
}
