using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Runs;

/// <summary>The runs table and what hangs on it: the truth about every job, whatever the scheduler thinks.</summary>
public interface IRunStore
{
    /// <summary>Stores a queued run and gives it its id.</summary>
    Task<RunRecord> CreateAsync(RunSpec spec, string title, string createdBy, bool isSynthetic, CancellationToken cancellationToken);

    /// <summary>The run, or null when there is none of that id. Deleted runs are found too.</summary>
    Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs, pinned ones first, then in the order asked for.</summary>
    Task<IReadOnlyList<RunRecord>> ListAsync(RunQuery query, CancellationToken cancellationToken);

    /// <summary>Number of runs a query has, whatever its <see cref="RunQuery.Skip"/> and <see cref="RunQuery.Take"/>.</summary>
    Task<int> CountAsync(RunQuery query, CancellationToken cancellationToken);

    /// <summary>Number of runs that are not deleted, for every state.</summary>
    Task<IReadOnlyDictionary<RunState, int>> CountsAsync(CancellationToken cancellationToken);

    /// <summary>Number of tries of a strategy: backtests ever started, deleted ones too, and the sets of the trial ledger. It is what the deflated Sharpe ratio must discount.</summary>
    Task<int> CountTrialsAsync(string strategy, CancellationToken cancellationToken);

    /// <summary>Claims a queued run for <paramref name="node"/>.</summary>
    /// <returns>Null when another worker has it, it has ended, or a person stopped it.</returns>
    Task<RunClaim?> TryStartAsync(string id, string node, CancellationToken cancellationToken);

    /// <summary>Stores progress and a sign of life.</summary>
    Task<RunOrder> ReportAsync(RunClaim claim, long done, long total, CancellationToken cancellationToken);

    /// <summary>Stores the result and marks the run done, in one transaction: a result is whole or absent.</summary>
    /// <returns>False, and nothing stored, when the claim is no longer good.</returns>
    Task<bool> CompleteAsync(RunClaim claim, BacktestResult result, CancellationToken cancellationToken);

    /// <summary>Marks the run failed, with the reason in words for the user.</summary>
    /// <returns>False when the claim is no longer good.</returns>
    Task<bool> FailAsync(RunClaim claim, string error, CancellationToken cancellationToken);

    /// <summary>Marks the run cancelled.</summary>
    /// <returns>False when the claim is no longer good.</returns>
    Task<bool> MarkCancelledAsync(RunClaim claim, CancellationToken cancellationToken);

    /// <summary>Gives a run back to the queue because its worker is shutting down; the attempt does not count.</summary>
    /// <returns>False when the claim is no longer good.</returns>
    Task<bool> ReleaseAsync(RunClaim claim, CancellationToken cancellationToken);

    /// <summary>Asks the worker to stop; a run still queued, and any study, is cancelled at once.</summary>
    /// <returns>The state afterwards, or null when there is no such run.</returns>
    Task<RunState?> RequestCancelAsync(string id, CancellationToken cancellationToken);

    /// <summary>Puts an ended run back in the queue with its attempts counted anew; an old result goes.</summary>
    /// <returns>False when there is no such run or it has not ended.</returns>
    Task<bool> RequeueAsync(string id, CancellationToken cancellationToken);

    /// <summary>Puts running runs without a sign of life since <paramref name="silentSince"/> back in the queue, cancels those a person had stopped, and fails those tried <paramref name="attempts"/> times.</summary>
    /// <returns>What became of each.</returns>
    Task<IReadOnlyList<RecoveredRun>> RecoverAsync(DateTimeOffset silentSince, int attempts, CancellationToken cancellationToken);

    /// <summary>The whole result; null until done.</summary>
    Task<BacktestResult?> FindResultAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds a line to the run's log.</summary>
    Task AppendLogAsync(string id, string level, string text, CancellationToken cancellationToken);

    /// <summary>The last lines of the run's log, oldest first.</summary>
    Task<IReadOnlyList<RunLogLine>> LogAsync(string id, int take, CancellationToken cancellationToken);

    /// <summary>Gives a run another name in lists; its settings and figures stay. Nothing happens when there is no such run.</summary>
    Task RenameAsync(string id, string title, CancellationToken cancellationToken);

    /// <summary>Notes down what a person thinks of runs; ids of no run are passed over.</summary>
    Task MarkAsync(IReadOnlyCollection<string> ids, RunMarks marks, CancellationToken cancellationToken);

    /// <summary>The tags in use, by name.</summary>
    Task<IReadOnlyList<RunTagCount>> TagsAsync(CancellationToken cancellationToken);

    /// <summary>Hides a run from lists; <see cref="RestoreAsync"/> undoes it.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Brings a deleted run back.</summary>
    Task RestoreAsync(string id, CancellationToken cancellationToken);
}
