namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One attempt to send a message.</summary>
internal sealed class AlertAttemptRow
{
    public required string DeliveryId { get; set; }
    public int Number { get; set; }
    public required string ChannelId { get; set; }
    public bool IsCritical { get; set; }
    public required string Node { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? Outcome { get; set; }
    public string? Note { get; set; }
}
