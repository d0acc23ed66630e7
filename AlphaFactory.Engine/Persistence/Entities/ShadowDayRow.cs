namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>What an evening concluded of a trading day of a deployment. Rows are added, never changed.</summary>
internal sealed class ShadowDayRow
{
    public required string Deployment { get; set; }
    public DateOnly Day { get; set; }
    public DateTimeOffset JudgedAt { get; set; }
    public required string Body { get; set; }
}
