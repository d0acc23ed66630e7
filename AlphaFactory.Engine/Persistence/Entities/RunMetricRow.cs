namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One figure of a result; rows instead of a document, so that runs can be searched and ordered by any figure.</summary>
internal sealed class RunMetricRow
{
    public required string RunId { get; set; }

    /// <summary>False: the strategy; true: buy and hold over the same bars.</summary>
    public bool IsBenchmark { get; set; }
    public required string Name { get; set; }
    public int Ordinal { get; set; }
    public double? Value { get; set; }
    public string? Reason { get; set; }
    public double? Low { get; set; }
    public double? High { get; set; }
}
