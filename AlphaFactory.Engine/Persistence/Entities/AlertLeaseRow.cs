namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>Work that one node has at a time.</summary>
internal sealed class AlertLeaseRow
{
    public required string Name { get; set; }
    public required string Holder { get; set; }
    public DateTimeOffset Until { get; set; }
}
