using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Trading.Deployments;

/// <summary>The deployments there are.</summary>
public interface IDeployments
{
    /// <summary>All of them, newest first.</summary>
    Task<IReadOnlyList<Deployment>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One of them, or null.</summary>
    Task<Deployment?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Makes a draft, with the strategy's version and every parameter spelled out.</summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="cancellationToken">Makes nothing.</param>
    Task<DeployOutcome> CreateAsync(NewDeployment wanted, string by, CancellationToken cancellationToken);

    /// <summary>Puts a deployment into another state. Of several at once that saw the same version, one succeeds.</summary>
    /// <param name="id">The deployment.</param>
    /// <param name="version">The version the caller saw.</param>
    /// <param name="state">The state wanted.</param>
    /// <param name="note">Why; it must say something when trading is killed or comes back.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="cancellationToken">Changes nothing.</param>
    Task<DeployOutcome> ChangeAsync(string id, int version, DeploymentState state, string note, string by, CancellationToken cancellationToken);
}

/// <summary>A deployment that is wanted.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Mode">Which kind of money.</param>
/// <param name="Spec">Strategy, parameters, sizing, exits, costs and capital; symbol, period and risk of it are passed over.</param>
/// <param name="Symbols">Symbols traded: one.</param>
/// <param name="Risk">Risk rules.</param>
/// <param name="Protections">Protections.</param>
public sealed record NewDeployment(string Name, TradingMode Mode, RunSpec Spec, IReadOnlyList<string> Symbols, IReadOnlyList<RuleChoice> Risk, IReadOnlyList<RuleChoice> Protections)
{
    /// <summary>Which stored bars a simulated deployment is played.</summary>
    public ReplayFeed Feed { get; init; } = new();
}

/// <summary>What became of a wish.</summary>
public abstract record DeployOutcome
{
    private DeployOutcome()
    {
    }

    /// <summary>It is so.</summary>
    public sealed record Done(Deployment Deployment) : DeployOutcome;

    /// <summary>It cannot be so; every fault in words.</summary>
    public sealed record Refused(IReadOnlyList<string> Faults) : DeployOutcome;

    /// <summary>Somebody else changed it in the meantime.</summary>
    /// <param name="Current">What it is now.</param>
    public sealed record Overtaken(Deployment Current) : DeployOutcome;

    /// <summary>There is none of that id.</summary>
    public sealed record NotFound : DeployOutcome;
}
