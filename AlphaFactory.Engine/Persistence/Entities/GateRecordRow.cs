namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>An order that the gate refused or cut. Rows are added, never changed.</summary>
internal sealed class GateRecordRow
{
    public required string Deployment { get; set; }
    public required string Reference { get; set; }
    public required string Symbol { get; set; }
    public int Side { get; set; }
    public DateTimeOffset Decided { get; set; }
    public decimal Asked { get; set; }
    public decimal Allowed { get; set; }
    public required string Code { get; set; }
    public required string Rule { get; set; }
    public double? Value { get; set; }
    public double? Bound { get; set; }
    public string? Words { get; set; }
}
