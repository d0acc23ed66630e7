namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>What a study has beside its run.</summary>
internal sealed class StudyRow
{
    public required string RunId { get; set; }
    public required string Spec { get; set; }
    public long ChunkSize { get; set; }
    public string? DataHash { get; set; }
    public double SetsPerSecond { get; set; }
    public string? Outcome { get; set; }
}
