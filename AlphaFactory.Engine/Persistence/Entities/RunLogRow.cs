namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One line of a run's log.</summary>
internal sealed class RunLogRow
{
    public long Id { get; set; }
    public required string RunId { get; set; }
    public DateTimeOffset At { get; set; }
    public required string Level { get; set; }
    public required string Text { get; set; }
}
