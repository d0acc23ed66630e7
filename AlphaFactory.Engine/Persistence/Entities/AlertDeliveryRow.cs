using AlphaFactory.Engine.Alerts;

namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One message on its way by one channel.</summary>
internal sealed class AlertDeliveryRow
{
    public required string Id { get; set; }
    public DeliveryKind Kind { get; set; }
    public long? AlertId { get; set; }
    public required string ChannelId { get; set; }
    public required string Channel { get; set; }
    public int Severity { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public string? Link { get; set; }
    public DeliveryState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public bool MayRepeat { get; set; }
    public string? InsteadOf { get; set; }
    public string? DigestId { get; set; }
    public string? ClaimedBy { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? Note { get; set; }
}
