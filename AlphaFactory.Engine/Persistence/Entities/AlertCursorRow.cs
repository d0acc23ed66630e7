namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>How far a source was read.</summary>
internal sealed class AlertCursorRow
{
    public required string Source { get; set; }
    public long Position { get; set; }
}
