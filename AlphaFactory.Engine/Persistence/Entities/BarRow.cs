namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One bar as traded, with the factors that adjust it on read. Time is Unix milliseconds UTC.</summary>
internal sealed class BarRow
{
    public int SeriesId { get; set; }
    public long Time { get; set; }
    public double Open { get; set; }
    public double High { get; set; }
    public double Low { get; set; }
    public double Close { get; set; }
    public double Volume { get; set; }
    public double SplitFactor { get; set; }
    public double TotalReturnFactor { get; set; }
}
