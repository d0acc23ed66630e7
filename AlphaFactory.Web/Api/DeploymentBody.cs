using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Web.Api;

/// <summary>A deployment as the API shows it; what it holds and makes is in its frame.</summary>
public sealed record DeploymentBody
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required TradingMode Mode { get; init; }
    public required DeploymentState State { get; init; }
    public required string Note { get; init; }
    public required string By { get; init; }
    public required int Version { get; init; }
    public required string Strategy { get; init; }
    public required string Symbol { get; init; }
    public required ReplayFeed Feed { get; init; }
    public required IReadOnlyList<string> Risk { get; init; }
    public required IReadOnlyList<string> Protections { get; init; }

    /// <summary>The run file that says what it does.</summary>
    public required string Spec { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    internal static DeploymentBody Of(Deployment deployment) => new()
    {
        Id = deployment.Id,
        Name = deployment.Name,
        Mode = deployment.Mode,
        State = deployment.State,
        Note = deployment.Note,
        By = deployment.By,
        Version = deployment.Version,
        Strategy = deployment.Spec.Strategy,
        Symbol = deployment.Symbols[0],
        Feed = deployment.Feed,
        Risk = [.. deployment.Risk.Select(rule => rule.Rule)],
        Protections = [.. deployment.Protections.Select(rule => rule.Rule)],
        Spec = RunSpecYaml.Write(deployment.Spec),
        CreatedAt = deployment.CreatedAt,
        ChangedAt = deployment.ChangedAt,
    };
}
