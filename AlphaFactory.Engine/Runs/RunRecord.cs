using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Runs;

/// <summary>One row of the run list: what was asked, how far it is, and the headline of what came out.</summary>
public sealed record RunRecord
{
    /// <summary>Ten lower-case letters and digits, the id in links.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of work it is.</summary>
    public RunKind Kind { get; init; }

    /// <summary>What was asked; of a study, the run all its sets share.</summary>
    public required RunSpec Spec { get; init; }

    /// <summary>Name shown in lists, such as "SMA crossover 20/50".</summary>
    public required string Title { get; init; }

    /// <summary>Where the run is in its life.</summary>
    public required RunState State { get; init; }

    /// <summary>True when its bars are generated.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Steps done; bars for a backtest, sets for a study.</summary>
    public long Done { get; init; }

    /// <summary>Steps in all; 0 until known.</summary>
    public long Total { get; init; }

    /// <summary>How many times a worker has started it.</summary>
    public int Attempt { get; init; }

    /// <summary>Worker that has or had it.</summary>
    public string? Node { get; init; }

    /// <summary>Name of the user, or <c>verb</c>, who asked for it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker last started it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Last sign of life of its worker.</summary>
    public DateTimeOffset? HeartbeatAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>True once a person asked to stop it; the worker obeys within seconds.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>Why it failed, in words for the user.</summary>
    public string? Error { get; init; }

    /// <summary>Identity of the result; null until done.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Headline figures by statistic id (total_return, sharpe, max_drawdown, trades …); empty until done.</summary>
    public IReadOnlyDictionary<string, double?> Metrics { get; init; } = new Dictionary<string, double?>();

    /// <summary>95 % intervals of <see cref="Metrics"/> by statistic id, where there is one.</summary>
    public IReadOnlyDictionary<string, Interval> Intervals { get; init; } = new Dictionary<string, Interval>();

    /// <summary><c>evidence</c>, <c>not-yet</c> or <c>no-edge</c>; null until done.</summary>
    public string? VerdictOutcome { get; init; }

    /// <summary>Verdict in one sentence; null until done.</summary>
    public string? Verdict { get; init; }

    /// <summary>About 60 points of the equity curve for a list; empty until done.</summary>
    public IReadOnlyList<double> Sparkline { get; init; } = [];

    /// <summary>Tags by name.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A person's note; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>True when it is kept at the head of lists.</summary>
    public bool IsPinned { get; init; }

    /// <summary>When it was put out of the usual list; null while it is in it.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>When it was deleted; null while it is shown.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
