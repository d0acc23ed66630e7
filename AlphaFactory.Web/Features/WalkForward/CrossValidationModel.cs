using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>Follows one cross-validation, then holds its outcome.</summary>
public sealed class CrossValidationModel(IStudyStore studies, StatisticRegistry statistics, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger<CrossValidationModel> log) : IDisposable
{
    private string _id = "";

    /// <summary>How far it is.</summary>
    public StudyWatch Watch { get; } = new(studies, jobs, bus, clock, log);

    /// <summary>The outcome; null until it is done.</summary>
    public CrossValidationView? View { get; private set; }

    /// <summary>Starts to follow a cross-validation.</summary>
    public Task OpenAsync(string id)
    {
        (_id, View) = (id, null);
        return Watch.OpenAsync(id);
    }

    /// <summary>Reads the outcome once it is there.</summary>
    public async Task ReadOutcomeAsync()
    {
        if (View is null && Watch.Study?.Run.State == RunState.Done && await studies.CrossValidationAsync(_id, Watch.Leaving) is { } outcome)
        {
            View = new CrossValidationView(_id, outcome, statistics);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Watch.Dispose();
}
