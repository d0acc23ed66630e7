using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>
/// The pieces of studies in the store: the truth about who works on what. Each step is one transaction that first locks the study's run, so
/// that of all workers on all nodes one takes a piece, a piece counts once, and one worker finds that it was the last.
/// </summary>
internal interface IStudyChunks
{
    /// <summary>Stores a queued study with its planning as the one piece that is due.</summary>
    Task<RunRecord> CreateAsync(StudySpec spec, string title, string createdBy, bool isSynthetic, CancellationToken cancellationToken);

    /// <summary>Claims a queued piece; null when another has it, it is done, or the study has ended.</summary>
    Task<ChunkWork?> TryStartAsync(string id, int ordinal, string node, CancellationToken cancellationToken);

    /// <summary>Stores progress and a sign of life.</summary>
    Task<ChunkAnswer> ReportAsync(ChunkClaim claim, long done, CancellationToken cancellationToken);

    /// <summary>Stores the plan. Pieces done before with the same content stay done.</summary>
    /// <returns>False, and nothing stored, when the claim is no longer good.</returns>
    Task<bool> PlanAsync(ChunkClaim claim, StudyPlan plan, CancellationToken cancellationToken);

    /// <summary>The size of a piece and the rate it was chosen by; 0 before the first plan. A study that is planned again keeps them, or its pieces would not be the same.</summary>
    Task<(long ChunkSize, double SetsPerSecond)> PaceAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stores the rows of a piece and lets those go that waited for it.</summary>
    /// <returns>False, and nothing stored, when the claim is no longer good.</returns>
    Task<bool> CompleteAsync(ChunkClaim claim, ChunkRows rows, CancellationToken cancellationToken);

    /// <summary>Stores the outcome and marks the study done.</summary>
    /// <param name="claim">The claim on the conclusion.</param>
    /// <param name="outcome">What was found.</param>
    /// <param name="neighbours">Rows the conclusion computed; null when there are none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False, and nothing stored, when the claim is no longer good.</returns>
    Task<bool> ConcludeAsync(ChunkClaim claim, StudyFound outcome, ChunkRows? neighbours, CancellationToken cancellationToken);

    /// <summary>Gives a piece back.</summary>
    /// <returns>False when the claim is no longer good.</returns>
    Task<bool> ReleaseAsync(ChunkClaim claim, CancellationToken cancellationToken);

    /// <summary>Gives the piece back and marks the whole study failed, with the reason in words for the user.</summary>
    /// <returns>False when the claim is no longer good.</returns>
    Task<bool> FailAsync(ChunkClaim claim, string error, CancellationToken cancellationToken);

    /// <summary>Queues pieces without a sign of life since <paramref name="silentSince"/> again; fails a study one piece of which was lost <paramref name="attempts"/> times.</summary>
    Task<IReadOnlyList<RecoveredChunk>> RecoverAsync(DateTimeOffset silentSince, int attempts, CancellationToken cancellationToken);

    /// <summary>The next pieces that wait for a worker, at most so many of each study, or of one.</summary>
    Task<IReadOnlyList<DueChunk>> DueAsync(string? id, int most, CancellationToken cancellationToken);

    /// <summary>What a study was asked; null when there is none.</summary>
    Task<StudySpec?> SpecAsync(string id, CancellationToken cancellationToken);

    /// <summary>How far it is, without what needs the strategy to be read; null when there is none.</summary>
    Task<ChunkTally?> TallyAsync(string id, CancellationToken cancellationToken);

    /// <summary>The outcome of a sweep; null until it is done.</summary>
    Task<SweepStudyResult?> SweepAsync(string id, CancellationToken cancellationToken);

    /// <summary>The outcome of a walk-forward; null until it is done.</summary>
    Task<WalkForwardOutcome?> WalkForwardAsync(string id, CancellationToken cancellationToken);

    /// <summary>The outcome of a cross-validation; null until it is done.</summary>
    Task<CrossValidationOutcome?> CrossValidationAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every objective by number of the set; null when they were not stored.</summary>
    Task<double[]?> ObjectivesAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ordinals of the pieces with rows, in order: those of the work, then the neighbours.</summary>
    Task<IReadOnlyList<int>> WithRowsAsync(string id, CancellationToken cancellationToken);

    /// <summary>The rows of one piece that is done.</summary>
    Task<ChunkRows> RowsAsync(string id, int ordinal, CancellationToken cancellationToken);

    /// <summary>The sets and some columns of one piece; columns not asked for stay empty and cost nothing.</summary>
    Task<(long[] Sets, double[]?[] Columns)> ColumnsAsync(string id, int ordinal, IReadOnlyCollection<int> columns, CancellationToken cancellationToken);
}

/// <summary>What a study found: one of the three.</summary>
/// <param name="Sweep">Of a sweep.</param>
/// <param name="Objectives">Every objective of a sweep by number of the set, NaN where undefined or not tried; null when there are too many.</param>
/// <param name="Walk">Of a walk-forward.</param>
/// <param name="Validation">Of a cross-validation.</param>
/// <param name="Sentence">One sentence for lists.</param>
internal sealed record StudyFound(SweepStudyResult? Sweep, double[]? Objectives, WalkForwardOutcome? Walk, CrossValidationOutcome? Validation, string Sentence);

/// <summary>The pieces of a study, counted.</summary>
internal sealed record ChunkTally
{
    public required RunRecord Run { get; init; }
    public required StudySpec Spec { get; init; }
    public required int Done { get; init; }
    public required int Total { get; init; }
    public required ChunkTask? Current { get; init; }

    /// <summary>Time in which pieces of the work that are done, or that a worker has, were worked on.</summary>
    public required TimeSpan Worked { get; init; }

    /// <summary>What was done in that time. A piece that a worker has lost or given back is in neither.</summary>
    public required long WorkedOn { get; init; }
    public (long Set, double Objective)? Best { get; init; }
    public IReadOnlyList<StudyWorker> Workers { get; init; } = [];
    public IReadOnlyList<string> Nodes { get; init; } = [];
}
