namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>A rule of what shall be told.</summary>
internal sealed class AlertRuleRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Kind { get; set; }
    public required string Parameters { get; set; }
    public string? Deployment { get; set; }
    public required string Least { get; set; }
    public string? ToldAs { get; set; }
    public required string Channels { get; set; }
    public int RepeatMinutes { get; set; }
    public bool IsOn { get; set; }
    public int Version { get; set; }
    public DateTimeOffset Since { get; set; }
    public required string ChangedBy { get; set; }
}
