namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>A bar as a deployment saw it. Rows are added, never changed.</summary>
internal sealed class SeenBarRow
{
    public required string Deployment { get; set; }
    public required string Symbol { get; set; }
    public long Time { get; set; }
    public double Open { get; set; }
    public double High { get; set; }
    public double Low { get; set; }
    public double Close { get; set; }
    public double Volume { get; set; }
}
