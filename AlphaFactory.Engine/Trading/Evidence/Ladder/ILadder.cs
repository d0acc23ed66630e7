namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>Where strategies and deployments stand on the way from an idea to real money.</summary>
public interface ILadder
{
    /// <summary>Where a strategy stands: its newest backtest and walk-forward, and the deployments of it that traded longest.</summary>
    /// <param name="strategy">Id of the strategy.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    Task<LadderState> OfStrategyAsync(string strategy, CancellationToken cancellationToken);

    /// <summary>Where a deployment stands: the newest backtest of the same strategy with the same parameters on the same symbol, and what the deployment itself has shown.</summary>
    /// <returns>Null when there is none of that id.</returns>
    Task<LadderState?> OfDeploymentAsync(string id, CancellationToken cancellationToken);
}
