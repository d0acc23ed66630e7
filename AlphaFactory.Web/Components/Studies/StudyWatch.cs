using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>Follows one study from the queue to its end.</summary>
public sealed class StudyWatch(IStudyStore studies, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger log) : RunWatch(jobs, bus, clock, TimeSpan.FromSeconds(1))
{
    /// <summary>How far the study is; null before the first answer.</summary>
    public StudyState? Study { get; private set; }

    /// <inheritdoc/>
    protected override bool IsSettled => Study?.Run.State is RunState.Done or RunState.Failed or RunState.Cancelled;

    /// <inheritdoc/>
    protected override void Forget() => Study = null;

    /// <inheritdoc/>
    protected override async Task AskAsync() => State = await StoreFault.GuardAsync(ReadStudyAsync, log);

    private async Task<PageState> ReadStudyAsync()
    {
        Study = await studies.FindAsync(Id, Leaving);
        return Study is null
            ? new PageState.Failed("There is no such study", $"No study has the id \"{Id}\". It may have been removed, or the link is cut short. Open it from the list of results.", IsFinal: true)
            : new PageState.Ready();
    }
}
