using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>What is known of studies, and what came of them.</summary>
public interface IStudyStore
{
    /// <summary>How far a study is; null when there is none of that id, or the run is no study.</summary>
    Task<StudyState?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>What was asked; null when there is no study of that id.</summary>
    Task<StudySpec?> SpecAsync(string id, CancellationToken cancellationToken);

    /// <summary>The outcome of a sweep; null until it is done, or when the study is none.</summary>
    Task<SweepStudyResult?> SweepAsync(string id, CancellationToken cancellationToken);

    /// <summary>The outcome of a walk-forward; null until it is done, or when the study is none.</summary>
    Task<WalkForwardOutcome?> WalkForwardAsync(string id, CancellationToken cancellationToken);

    /// <summary>The outcome of a cross-validation; null until it is done, or when the study is none.</summary>
    Task<CrossValidationOutcome?> CrossValidationAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// The objective of every combination of a sweep by its number, in the order of <see cref="Optimization.SweepSpace"/>: NaN where it is
    /// undefined or was not tried. Null when there are too many to be sent as one column, or the sweep is not done.
    /// </summary>
    Task<double[]?> ObjectivesAsync(string id, CancellationToken cancellationToken);

    /// <summary>Rows of a sweep from the pieces done so far; null when there is no sweep of that id.</summary>
    /// <exception cref="RunSpecException">The order or the filter cannot be read.</exception>
    Task<RowPage?> RowsAsync(string id, RowQuery query, CancellationToken cancellationToken);

    /// <summary>Writes all rows of a sweep as CSV, piece by piece, in the order of a sweep in process.</summary>
    /// <returns>False, and nothing written, when there is no sweep of that id.</returns>
    Task<bool> WriteCsvAsync(string id, Stream stream, CancellationToken cancellationToken);

    /// <summary>The run of one set of a study: as a backtest it has the figures of the set's row. Null when there is no study of that id or no such set.</summary>
    Task<RunSpec?> RunOfAsync(string id, long set, CancellationToken cancellationToken);
}
