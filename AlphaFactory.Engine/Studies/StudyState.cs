using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>How far a study is.</summary>
public sealed record StudyState
{
    /// <summary>Its run: state, title, who asked, started and finished, error.</summary>
    public required RunRecord Run { get; init; }

    /// <summary>What was asked, with every parameter spelled out.</summary>
    public required StudySpec Spec { get; init; }

    /// <summary>What it is doing, or would be doing if a worker were free.</summary>
    public required StudyPhase Phase { get; init; }

    /// <summary>Pieces done.</summary>
    public required int ChunksDone { get; init; }

    /// <summary>Pieces in all; 0 until it is planned.</summary>
    public required int ChunksTotal { get; init; }

    /// <summary>Sets computed, or numbers of a grid looked at, over all windows.</summary>
    public required long Done { get; init; }

    /// <summary>Sets to compute, or numbers of a grid to look at, over all windows; 0 until it is planned.</summary>
    public required long Total { get; init; }

    /// <summary>Of <see cref="Done"/> a second of the time it was worked on; null until there is something to count.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Time left at that rate; null when it is not known or nothing is left.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>The best set of the pieces done; null when none has an objective. For a walk-forward or a cross-validation, of no window or split in particular.</summary>
    public StudyBest? Best { get; init; }

    /// <summary>Who works on what, by piece.</summary>
    public IReadOnlyList<StudyWorker> Workers { get; init; } = [];
}

/// <summary>What a study is doing.</summary>
public enum StudyPhase
{
    /// <summary>Cuts the work into pieces.</summary>
    Planning,

    /// <summary>Computes sets.</summary>
    Computing,

    /// <summary>Puts the pieces together and tests the outcome for luck.</summary>
    Concluding,

    /// <summary>Has ended.</summary>
    Ended,
}

/// <summary>The best set so far.</summary>
/// <param name="Set">Number of the set.</param>
/// <param name="Values">Values of the axes as written in a run file.</param>
/// <param name="Objective">What was to be large.</param>
public sealed record StudyBest(long Set, IReadOnlyDictionary<string, string> Values, double Objective);

/// <summary>A worker and its piece.</summary>
/// <param name="Node">The worker.</param>
/// <param name="Chunk">Which piece, from 1; 0 is the planning, and one past the last the conclusion.</param>
/// <param name="Done">Sets of it done, or numbers looked at.</param>
/// <param name="Total">Sets of it.</param>
/// <param name="Since">When the worker took it.</param>
/// <param name="LastSign">Last sign of life.</param>
public sealed record StudyWorker(string Node, int Chunk, long Done, long Total, DateTimeOffset Since, DateTimeOffset LastSign);
