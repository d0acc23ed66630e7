using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>Follows one cross-validation, then holds its outcome.</summary>
public sealed class CrossValidationModel(IStudyStore studies, StatisticRegistry statistics, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger<CrossValidationModel> log) : StudyModel<CrossValidationView>(studies, jobs, bus, clock, log)
{
    /// <inheritdoc/>
    protected override async Task<CrossValidationView?> ReadViewAsync() =>
        await Studies.CrossValidationAsync(Id, Watch.Leaving) is { } outcome ? new CrossValidationView(Id, outcome, statistics) : null;
}
