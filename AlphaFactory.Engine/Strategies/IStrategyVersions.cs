namespace AlphaFactory.Engine.Strategies;

/// <summary>What each strategy was called and said over time, so that an old run can still be read.</summary>
public interface IStrategyVersions
{
    /// <summary>All versions of all strategies, by id, newest first.</summary>
    Task<IReadOnlyList<StrategyVersion>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>One version of a strategy.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Version">From 1; rises whenever its words or parameters change.</param>
/// <param name="Title">Name shown to people.</param>
/// <param name="Definition">Its words and parameters as text.</param>
/// <param name="IsCurrent">True for the version this program ships.</param>
/// <param name="CreatedAt">When this version was first seen.</param>
public sealed record StrategyVersion(string Id, int Version, string Title, string Definition, bool IsCurrent, DateTimeOffset CreatedAt);
