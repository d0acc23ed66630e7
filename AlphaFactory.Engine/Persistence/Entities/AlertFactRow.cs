namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>A fact that a rule has told or counted: it does so once.</summary>
internal sealed class AlertFactRow
{
    public required string RuleId { get; set; }
    public required string FactId { get; set; }
    public DateTimeOffset At { get; set; }
}
