using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>Follows one walk-forward, then holds its outcome.</summary>
public sealed class WalkModel(IStudyStore studies, StatisticRegistry statistics, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger<WalkModel> log) : StudyModel<WalkView>(studies, jobs, bus, clock, log)
{
    /// <inheritdoc/>
    protected override async Task<WalkView?> ReadViewAsync() =>
        await Studies.WalkForwardAsync(Id, Watch.Leaving) is { } outcome ? new WalkView(Id, outcome, statistics) : null;
}
