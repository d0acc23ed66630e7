using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>Everything a ladder is judged by. What is not there is null, and no gate that needs it passes.</summary>
public sealed record LadderEvidence
{
    /// <summary>Whose ladder it is, in words: name of the strategy.</summary>
    public required string Name { get; init; }

    /// <summary>The newest finished backtest of the current version.</summary>
    public RunEvidenceOf? Run { get; init; }

    /// <summary>The newest finished walk-forward.</summary>
    public (string Id, WalkForwardOutcome Outcome)? Walk { get; init; }

    /// <summary>The deployment that traded longest with money that is not real.</summary>
    public DeploymentEvidence? Paper { get; init; }

    /// <summary>The deployment that traded longest with real money.</summary>
    public DeploymentEvidence? Live { get; init; }
}

/// <summary>A finished backtest.</summary>
/// <param name="Record">What is known of the run.</param>
/// <param name="Result">What came of it.</param>
public sealed record RunEvidenceOf(RunRecord Record, BacktestResult Result);

/// <summary>What a deployment has shown.</summary>
/// <param name="Deployment">The deployment.</param>
/// <param name="Days">Every day that was judged, oldest first.</param>
public sealed record DeploymentEvidence(Deployment Deployment, IReadOnlyList<ShadowDay> Days)
{
    /// <summary>Days on which it was found to have left its backtest.</summary>
    public IReadOnlyList<Drift> Drifts { get; } = Drift.Find(Days);

    /// <summary>The days that count: those nobody knew when it was deployed, after the last drift.</summary>
    public IReadOnlyList<ShadowDay> Counted => [.. Days.Where(day => day.IsForward && (Drifts.Count == 0 || day.Day > Drifts[^1].Day))];
}
