namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>To which bars the stored values of a series belong. Bar time is Unix milliseconds UTC.</summary>
internal sealed class IndicatorSnapshotRow
{
    public int SeriesId { get; set; }
    public required string Plan { get; set; }
    public required string DataHash { get; set; }
    public long BarTime { get; set; }
    public DateTimeOffset BarsUpdatedAt { get; set; }
    public DateTimeOffset ComputedAt { get; set; }
}
