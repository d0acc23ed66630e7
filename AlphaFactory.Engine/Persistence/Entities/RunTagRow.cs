namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One tag of a run.</summary>
internal sealed class RunTagRow
{
    public required string RunId { get; set; }
    public required string Tag { get; set; }
}
