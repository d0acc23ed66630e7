namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One entry of the inbox.</summary>
internal sealed class AlertRow
{
    public long Id { get; set; }
    public required string RuleId { get; set; }
    public required string Rule { get; set; }
    public required string Episode { get; set; }
    public int Severity { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public string? Deployment { get; set; }
    public string? Link { get; set; }
    public DateTimeOffset At { get; set; }
    public DateTimeOffset LastAt { get; set; }
    public DateTimeOffset RaisedAt { get; set; }
    public int Count { get; set; }
    public DateTimeOffset? SeenAt { get; set; }
    public string? SeenBy { get; set; }
}
