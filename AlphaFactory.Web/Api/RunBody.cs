using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Api;

/// <summary>A run as the API shows it.</summary>
public sealed record RunBody
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required RunState State { get; init; }
    public required string Strategy { get; init; }
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }
    public required string Symbol { get; init; }
    public required bool Synthetic { get; init; }
    public required long Done { get; init; }
    public required long Total { get; init; }
    public required int Attempt { get; init; }
    public required string? Node { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? FinishedAt { get; init; }
    public required bool CancelRequested { get; init; }
    public required string? Error { get; init; }
    public required string? Fingerprint { get; init; }
    public required string? Verdict { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? Note { get; init; }
    public required bool Pinned { get; init; }
    public required bool Archived { get; init; }
    public required IReadOnlyDictionary<string, double?> Metrics { get; init; }

    /// <summary>The run as a file that starts it again.</summary>
    public required string Spec { get; init; }

    internal static RunBody Of(RunRecord run) => new()
    {
        Id = run.Id,
        Title = run.Title,
        State = run.State,
        Strategy = run.Spec.Strategy,
        Parameters = run.Spec.Parameters,
        Symbol = run.Spec.Symbol,
        Synthetic = run.IsSynthetic,
        Done = run.Done,
        Total = run.Total,
        Attempt = run.Attempt,
        Node = run.Node,
        CreatedBy = run.CreatedBy,
        CreatedAt = run.CreatedAt,
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        CancelRequested = run.CancelRequested,
        Error = run.Error,
        Fingerprint = run.Fingerprint,
        Verdict = run.Verdict,
        Tags = run.Tags,
        Note = run.Note,
        Pinned = run.IsPinned,
        Archived = run.ArchivedAt is not null,
        Metrics = run.Metrics,
        Spec = RunSpecYaml.Write(run.Spec),
    };
}
