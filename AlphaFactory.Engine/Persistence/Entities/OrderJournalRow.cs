namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One line of the order journal. Rows are added, never changed.</summary>
internal sealed class OrderJournalRow
{
    public long Id { get; set; }
    public required string Account { get; set; }
    public required string Reference { get; set; }
    public required string Kind { get; set; }
    public required string Body { get; set; }
    public DateTimeOffset At { get; set; }
}
