using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Api;

/// <summary>Walk-forwards for programs.</summary>
internal sealed class WalkForwardEndpoints() : StudyEndpoints(RunKind.WalkForward, "/walk-forwards", "walk-forward", "ranges, where, objective, method, budget, train, test, step, purge, anchored or train_pct")
{
    protected override async Task<string?> DocumentAsync(string id, IStudyStore store, CancellationToken cancellationToken) =>
        await store.WalkForwardAsync(id, cancellationToken) is { } found ? WalkForwardJson.Write(found) : null;
}
