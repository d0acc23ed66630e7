namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>A way to a person or a program; no secret stands here.</summary>
internal sealed class AlertChannelRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Kind { get; set; }
    public required string Settings { get; set; }
    public string? Quiet { get; set; }
    public int PerHour { get; set; }
    public string? Fallback { get; set; }
    public bool IsOn { get; set; }
    public int Version { get; set; }
    public required string ChangedBy { get; set; }
}
