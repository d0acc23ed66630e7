namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>The kill switch. One row.</summary>
internal sealed class DeskSwitchRow
{
    public int Id { get; set; }
    public DateTimeOffset? KilledAt { get; set; }
    public string? KilledBy { get; set; }
    public string? Why { get; set; }
    public string? Way { get; set; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
    public string? Note { get; set; }
}
