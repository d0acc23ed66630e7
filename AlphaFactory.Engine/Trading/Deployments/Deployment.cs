using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Trading.Deployments;

/// <summary>A strategy put to work: which version, with which parameters, on which symbols, with how much money, held to which rules.</summary>
public sealed record Deployment
{
    /// <summary>Id, part of every order's reference.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Which kind of money it trades.</summary>
    public required TradingMode Mode { get; init; }

    /// <summary>Strategy with its version, parameters, sizing, exits, expected costs and capital; its symbol is the first of <see cref="Symbols"/>.</summary>
    public required RunSpec Spec { get; init; }

    /// <summary>Symbols traded: one, as a session trades one; for another symbol make another deployment, with an account of its own.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Risk rules, those of a live account among them.</summary>
    public required IReadOnlyList<RuleChoice> Risk { get; init; }

    /// <summary>Protections.</summary>
    public required IReadOnlyList<RuleChoice> Protections { get; init; }

    /// <summary>Which stored bars a simulated deployment is played.</summary>
    public ReplayFeed Feed { get; init; } = new();

    /// <summary>What it is doing.</summary>
    public required DeploymentState State { get; init; }

    /// <summary>Why it is in that state, in words of whoever put it there.</summary>
    public required string Note { get; init; }

    /// <summary>Who put it there.</summary>
    public required string By { get; init; }

    /// <summary>Rises with every change.</summary>
    public required int Version { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The account whose journal its orders stand in; no two deployments share one.</summary>
    public string Account => $"{Mode.ToString().ToLowerInvariant()}:{Id}";
}

/// <summary>What a deployment is doing.</summary>
public enum DeploymentState
{
    /// <summary>Made, never started.</summary>
    Draft,

    /// <summary>Trading.</summary>
    Running,

    /// <summary>Opening nothing; stops and targets still wait at the broker.</summary>
    Paused,

    /// <summary>Over for good. It is kept because its orders are.</summary>
    Stopped,

    /// <summary>The kill switch was thrown. Only a person brings it back, by way of a pause.</summary>
    Killed,
}

/// <summary>What may follow what.</summary>
public static class DeploymentStates
{
    /// <summary>True when a deployment may go from one state to the other.</summary>
    public static bool Allows(DeploymentState from, DeploymentState to) => (from, to) switch
    {
        (DeploymentState.Draft, DeploymentState.Running or DeploymentState.Stopped) => true,
        (DeploymentState.Running, DeploymentState.Paused or DeploymentState.Stopped or DeploymentState.Killed) => true,
        (DeploymentState.Paused, DeploymentState.Running or DeploymentState.Stopped or DeploymentState.Killed) => true,
        (DeploymentState.Killed, DeploymentState.Paused or DeploymentState.Stopped) => true,
        _ => false,
    };
}
