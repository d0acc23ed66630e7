namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>The sets ever tried of one space on the same bars.</summary>
internal sealed class TrialRow
{
    public required string Space { get; set; }
    public required string Strategy { get; set; }
    public long Count { get; set; }

    /// <summary>Rises with every change: two who add at once notice each other by it.</summary>
    public int Version { get; set; }
    public int RangeCount { get; set; }
    public required byte[] Ranges { get; set; }
}
