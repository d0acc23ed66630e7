namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>A deployment. Its orders stand in the order journal under its account.</summary>
internal sealed class DeploymentRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Mode { get; set; }
    public required string Strategy { get; set; }
    public required string Symbols { get; set; }
    public required string Definition { get; set; }
    public required string Risk { get; set; }
    public required string Protections { get; set; }
    public required string Feed { get; set; }
    public required string State { get; set; }
    public required string Note { get; set; }
    public required string ChangedBy { get; set; }
    public int Version { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
