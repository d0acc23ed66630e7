namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>The latest value of one column of one series; null where it has none.</summary>
internal sealed class IndicatorValueRow
{
    public int SeriesId { get; set; }
    public required string Name { get; set; }
    public double? Value { get; set; }
}
