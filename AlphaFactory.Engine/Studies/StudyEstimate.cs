namespace AlphaFactory.Engine.Studies;

/// <summary>How large a study is, found out without running it.</summary>
public sealed record StudyEstimate
{
    /// <summary>Sets to compute, over all windows.</summary>
    public required long Sets { get; init; }

    /// <summary>True when <see cref="Sets"/> was counted; false when it was drawn from a sample, or a search may end before its budget.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Combinations of all values, whether or not they meet the condition.</summary>
    public required long Combinations { get; init; }

    /// <summary>Bars of the period.</summary>
    public required int Bars { get; init; }

    /// <summary>Sets times the bars each is computed on.</summary>
    public required double BarEvaluations { get; init; }

    /// <summary>Sets a second on all cores of this node, measured just now.</summary>
    public required double SetsPerSecond { get; init; }

    /// <summary>Sets that were computed to measure it.</summary>
    public required int Measured { get; init; }

    /// <summary>Time it takes on this node alone at that rate.</summary>
    public required TimeSpan Expected { get; init; }

    /// <summary>Pieces of work it is cut into.</summary>
    public required long Chunks { get; init; }

    /// <summary>Bytes of memory its summary takes while it is put together; rows are kept on disk.</summary>
    public required long Memory { get; init; }

    /// <summary><c>kernel</c>, <c>event</c> or <c>kernel+event</c>: what computed the measured sets.</summary>
    public required string Engine { get; init; }

    /// <summary>Windows of a walk-forward, oldest first; empty for other studies.</summary>
    public IReadOnlyList<StudyWindow> Windows { get; init; } = [];

    /// <summary>Splits of a cross-validation, in their order; empty for other studies.</summary>
    public IReadOnlyList<StudySplit> Splits { get; init; } = [];
}
