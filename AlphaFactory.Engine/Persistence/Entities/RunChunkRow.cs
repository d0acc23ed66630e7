using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One piece of a study, keyed by its content so that it is counted once however often it is delivered.</summary>
internal sealed class RunChunkRow
{
    public required string RunId { get; set; }
    public required string ContentKey { get; set; }
    public int Ordinal { get; set; }
    public ChunkTask Task { get; set; }
    public ChunkState State { get; set; }
    public string? Node { get; set; }

    /// <summary>How often it was started; never set back, so that an old claim stays void.</summary>
    public int Attempt { get; set; }

    /// <summary>How often its worker fell silent.</summary>
    public int Losses { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? HeartbeatAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public long First { get; set; }
    public long Size { get; set; }

    /// <summary>The sets where a search drew them: how many, then their numbers as a column.</summary>
    public byte[]? Drawn { get; set; }
    public long Done { get; set; }
    public int RowCount { get; set; }
    public long SetCount { get; set; }
    public long EventCount { get; set; }
    public long? BestSet { get; set; }
    public double? BestObjective { get; set; }

    /// <summary>See <see cref="Studies.ChunkColumns"/>.</summary>
    public byte[]? Rows { get; set; }
}
