using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Runs;

/// <summary>The runs table and what hangs on it: the truth about every job, whatever the scheduler thinks.</summary>
public interface IRunStore
{
    /// <summary>Stores a queued run and gives it its id.</summary>
    Task<RunRecord> CreateAsync(RunSpec spec, string title, string createdBy, CancellationToken cancellationToken);

    /// <summary>The run, or null when there is none of that id.</summary>
    Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs, newest first.</summary>
    Task<IReadOnlyList<RunRecord>> ListAsync(RunQuery query, CancellationToken cancellationToken);

    /// <summary>Number of runs ever made of a strategy: what the deflated Sharpe ratio must discount.</summary>
    Task<int> CountTrialsAsync(string strategy, CancellationToken cancellationToken);

    /// <summary>Claims a queued run, or one whose worker is dead, for <paramref name="node"/>.</summary>
    /// <returns>False when another worker has it or it has ended.</returns>
    Task<bool> TryStartAsync(string id, string node, CancellationToken cancellationToken);

    /// <summary>Stores progress and a sign of life.</summary>
    /// <returns>True when a person asked to stop the run.</returns>
    Task<bool> ReportAsync(string id, long done, long total, CancellationToken cancellationToken);

    /// <summary>Stores the result and marks the run done, in one transaction: a result is whole or absent.</summary>
    Task CompleteAsync(string id, BacktestResult result, CancellationToken cancellationToken);

    /// <summary>Marks the run failed, with the reason in words for the user.</summary>
    Task FailAsync(string id, string error, CancellationToken cancellationToken);

    /// <summary>Asks the worker to stop; a run still queued is cancelled at once.</summary>
    Task RequestCancelAsync(string id, CancellationToken cancellationToken);

    /// <summary>Marks the run cancelled.</summary>
    Task MarkCancelledAsync(string id, CancellationToken cancellationToken);

    /// <summary>Puts an ended or orphaned run back in the queue.</summary>
    Task RequeueAsync(string id, CancellationToken cancellationToken);

    /// <summary>The whole result; null until done.</summary>
    Task<BacktestResult?> FindResultAsync(string id, CancellationToken cancellationToken);

    /// <summary>Hides a run from lists; <see cref="RestoreAsync"/> undoes it.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Brings a deleted run back.</summary>
    Task RestoreAsync(string id, CancellationToken cancellationToken);
}

/// <summary>Which runs a list shows.</summary>
/// <param name="States">Only these states; empty is all.</param>
/// <param name="Strategy">Only this strategy; null is all.</param>
/// <param name="Skip">Rows to pass over.</param>
/// <param name="Take">Rows at most.</param>
public sealed record RunQuery(IReadOnlyList<RunState> States, string? Strategy = null, int Skip = 0, int Take = 50);
