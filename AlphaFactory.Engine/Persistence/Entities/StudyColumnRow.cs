namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One column of a study's outcome.</summary>
internal sealed class StudyColumnRow
{
    public required string RunId { get; set; }
    public required string Name { get; set; }
    public int Count { get; set; }
    public required byte[] Values { get; set; }
}
