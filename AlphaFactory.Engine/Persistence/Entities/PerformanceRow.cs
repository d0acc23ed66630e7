namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>The curves of a result as compressed columns of little-endian 64-bit values, one per bar, and what explains them.</summary>
internal sealed class PerformanceRow
{
    public required string RunId { get; set; }
    public required string Spec { get; set; }
    public required string Series { get; set; }
    public required string Fingerprint { get; set; }
    public required string DataHash { get; set; }
    public required string Engine { get; set; }
    public int FirstRow { get; set; }
    public int WarmUpBars { get; set; }
    public required string Verdict { get; set; }
    public required string Findings { get; set; }
    public string? RiskWords { get; set; }
    public byte[]? RiskEvents { get; set; }
    public int RiskEventCount { get; set; }
    public int Bars { get; set; }
    public required byte[] Times { get; set; }
    public required byte[] Equity { get; set; }
    public required byte[] BenchmarkEquity { get; set; }
    public required byte[] Position { get; set; }
}
