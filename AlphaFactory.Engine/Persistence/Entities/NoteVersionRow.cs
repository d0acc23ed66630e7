namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>A note as it read at some time. Rows are added, never changed.</summary>
internal sealed class NoteVersionRow
{
    public required string NoteId { get; set; }
    public int Version { get; set; }
    public required string Text { get; set; }
    public required string Tags { get; set; }
    public required string WrittenBy { get; set; }
    public DateTimeOffset At { get; set; }
}
