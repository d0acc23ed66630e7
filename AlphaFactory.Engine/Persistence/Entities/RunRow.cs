using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One run: what was asked, how far it is, and what a list shows of its outcome.</summary>
internal sealed class RunRow
{
    public required string Id { get; set; }
    public required string Kind { get; set; }
    public required string Spec { get; set; }
    public required string Strategy { get; set; }
    public required string Symbol { get; set; }
    public required string Title { get; set; }
    public RunState State { get; set; }
    public bool IsSynthetic { get; set; }
    public long Done { get; set; }
    public long Total { get; set; }
    public int Attempt { get; set; }
    public string? Node { get; set; }
    public required string CreatedBy { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? HeartbeatAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public bool CancelRequested { get; set; }
    public string? Error { get; set; }
    public string? Fingerprint { get; set; }
    public string? Verdict { get; set; }
    public byte[]? Sparkline { get; set; }
    public string? Note { get; set; }
    public bool IsPinned { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }
}
