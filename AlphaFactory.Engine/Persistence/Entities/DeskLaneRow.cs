namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>What a running deployment needs after a restart and bars and journal do not tell: how far its clock had come, and what people wanted.</summary>
internal sealed class DeskLaneRow
{
    public required string Deployment { get; set; }
    public DateTimeOffset? Mark { get; set; }
    public double? Speed { get; set; }
    public bool Leaving { get; set; }
    public required string Unlocks { get; set; }
}
