namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One stored series and its coverage; its small id keeps the rows of <c>bars</c> narrow.</summary>
internal sealed class SeriesRow
{
    public int Id { get; set; }
    public int SymbolId { get; set; }
    public SymbolRow? Symbol { get; set; }
    public int IntervalMinutes { get; set; }
    public required string Source { get; set; }
    public bool IsSynthetic { get; set; }
    public long Bars { get; set; }
    public long FirstTime { get; set; }
    public long LastTime { get; set; }
    public bool HasFactors { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}
