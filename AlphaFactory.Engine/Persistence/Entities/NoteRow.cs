namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>A note of the journal as it reads now.</summary>
internal sealed class NoteRow
{
    public long Number { get; set; }
    public required string Id { get; set; }
    public string? Deployment { get; set; }
    public DateOnly Day { get; set; }
    public string? Trade { get; set; }
    public required string Text { get; set; }
    public required string Tags { get; set; }
    public required string WrittenBy { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Where it stands in the journal, by the clock of the market: now for a note on today, the end of its day for one that looks back.</summary>
    public DateTimeOffset StandsAt { get; set; }
    public int Version { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }
}
