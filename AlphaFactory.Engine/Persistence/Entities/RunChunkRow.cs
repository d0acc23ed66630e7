using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One piece of a large run, keyed by its content so that it is counted once however often it is delivered.</summary>
internal sealed class RunChunkRow
{
    public required string RunId { get; set; }
    public required string ContentKey { get; set; }
    public int Ordinal { get; set; }
    public RunState State { get; set; }
    public string? Node { get; set; }
    public int Attempt { get; set; }
    public DateTimeOffset? HeartbeatAt { get; set; }
    public byte[]? Rows { get; set; }
}
