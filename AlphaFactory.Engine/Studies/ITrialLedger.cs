namespace AlphaFactory.Engine.Studies;

/// <summary>
/// Counts every set that was ever evaluated for a strategy, each once: whoever tries the same sets on the same bars again adds nothing. It is
/// the N that the deflated Sharpe ratio must discount, besides the backtests.
/// </summary>
public interface ITrialLedger
{
    /// <summary>Sets ever evaluated for a strategy.</summary>
    /// <param name="strategy">Id, with or without a version: all versions count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<long> CountAsync(string strategy, CancellationToken cancellationToken);

    /// <summary>Notes sets down. Repeating a call changes nothing.</summary>
    /// <param name="strategy">Id, with or without a version.</param>
    /// <param name="space">Key of the content the numbers belong to: run, axes and bars.</param>
    /// <param name="sets">Numbers of the sets.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many of them were new.</returns>
    Task<long> AddAsync(string strategy, string space, SetRanges sets, CancellationToken cancellationToken);
}
