using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>Gathers the evidence from the stores and has it judged.</summary>
internal sealed class LadderReader(IRunStore runs, IStudyStore studies, IDeployments deployments, IEvidenceStore evidence, StrategyCatalog strategies, StatisticRegistry statistics) : ILadder
{
    private const int Newest = 50;

    private readonly PromotionLadder _ladder = new(statistics);

    public async Task<LadderState> OfStrategyAsync(string strategy, CancellationToken cancellationToken)
    {
        string id = StrategyReference.IdOf(strategy);
        var current = strategies.Find(id);
        var own = (await deployments.ListAsync(cancellationToken)).Where(deployment => StrategyReference.IdOf(deployment.Spec.Strategy) == id).ToList();
        return _ladder.Judge(new LadderEvidence
        {
            Name = current?.Name ?? id,
            Run = await RunAsync(id, null, run => current?.Version is not { } version || StrategyReference.VersionOf(run.Spec.Strategy) == version, cancellationToken),
            Walk = await WalkAsync(id, null, cancellationToken),
            Paper = await LongestAsync(own.Where(deployment => deployment.Mode != TradingMode.Live), cancellationToken),
            Live = await LongestAsync(own.Where(deployment => deployment.Mode == TradingMode.Live), cancellationToken),
        });
    }

    public async Task<LadderState?> OfDeploymentAsync(string id, CancellationToken cancellationToken)
    {
        if (await deployments.FindAsync(id, cancellationToken) is not { } deployment)
        {
            return null;
        }

        string strategy = StrategyReference.IdOf(deployment.Spec.Strategy);
        var own = new DeploymentEvidence(deployment, await evidence.DaysAsync(id, cancellationToken));
        return _ladder.Judge(new LadderEvidence
        {
            Name = deployment.Name,
            Run = await RunAsync(strategy, deployment.Symbols[0], run => IsSame(run.Spec, deployment.Spec), cancellationToken),
            Walk = await WalkAsync(strategy, deployment.Symbols[0], cancellationToken),
            Paper = deployment.Mode == TradingMode.Live ? await BeforeAsync(deployment, cancellationToken) : own,
            Live = deployment.Mode == TradingMode.Live ? own : null,
        });
    }

    private static bool IsSame(RunSpec one, RunSpec other) => one.Strategy == other.Strategy && one.Parameters.Count == other.Parameters.Count
        && one.Parameters.All(pair => other.Parameters.TryGetValue(pair.Key, out string? value) && value == pair.Value);

    /// <summary>What the same strategy with the same parameters on the same symbol showed on paper before it was deployed with real money.</summary>
    private async Task<DeploymentEvidence?> BeforeAsync(Deployment live, CancellationToken cancellationToken) => await LongestAsync(
        (await deployments.ListAsync(cancellationToken)).Where(paper => paper.Mode != TradingMode.Live && paper.Symbols.SequenceEqual(live.Symbols) && IsSame(paper.Spec, live.Spec)), cancellationToken);

    private async Task<RunEvidenceOf?> RunAsync(string strategy, string? symbol, Predicate<RunRecord> isIt, CancellationToken cancellationToken)
    {
        var newest = await runs.ListAsync(new RunQuery([RunState.Done], strategy, Take: Newest, Symbol: symbol), cancellationToken);
        return newest.OrderByDescending(run => run.FinishedAt).FirstOrDefault(run => isIt(run)) is { } found && await runs.FindResultAsync(found.Id, cancellationToken) is { } result ? new RunEvidenceOf(found, result) : null;
    }

    private async Task<(string Id, WalkForwardOutcome Outcome)?> WalkAsync(string strategy, string? symbol, CancellationToken cancellationToken)
    {
        var newest = await runs.ListAsync(new RunQuery([RunState.Done], strategy, Take: 1, Symbol: symbol) { Kind = RunKind.WalkForward }, cancellationToken);
        return newest is [var walk, ..] && await studies.WalkForwardAsync(walk.Id, cancellationToken) is { } outcome ? (walk.Id, outcome) : null;
    }

    private async Task<DeploymentEvidence?> LongestAsync(IEnumerable<Deployment> candidates, CancellationToken cancellationToken)
    {
        DeploymentEvidence? longest = null;
        foreach (var deployment in candidates)
        {
            var one = new DeploymentEvidence(deployment, await evidence.DaysAsync(deployment.Id, cancellationToken));
            longest = longest is null || one.Counted.Count > longest.Counted.Count ? one : longest;
        }

        return longest;
    }
}
