namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>Something that happened at the desk. Rows are added, never changed; the key keeps the same thing from being told twice after a restart.</summary>
internal sealed class DeskEventRow
{
    public long Id { get; set; }
    public required string Key { get; set; }
    public string? Deployment { get; set; }
    public DateTimeOffset? MarketAt { get; set; }
    public DateTimeOffset At { get; set; }
    public required string Kind { get; set; }
    public int Severity { get; set; }
    public required string Text { get; set; }
    public required string Body { get; set; }
}
