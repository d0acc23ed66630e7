using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>Follows one study, then holds its outcome.</summary>
/// <typeparam name="TView">The outcome as the page draws it.</typeparam>
public abstract class StudyModel<TView>(IStudyStore studies, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger log) : IDisposable
    where TView : class
{
    /// <summary>How far it is.</summary>
    public StudyWatch Watch { get; } = new(studies, jobs, bus, clock, log);

    /// <summary>The outcome; null until it is done.</summary>
    public TView? View { get; private set; }

    /// <summary>Id of the study.</summary>
    protected string Id { get; private set; } = "";

    /// <summary>Where its outcome is read.</summary>
    protected IStudyStore Studies => studies;

    /// <summary>Starts to follow a study.</summary>
    public virtual Task OpenAsync(string id)
    {
        (Id, View) = (id, null);
        return Watch.OpenAsync(id);
    }

    /// <summary>Reads the outcome once it is there.</summary>
    /// <returns>True when it was read just now.</returns>
    public async Task<bool> ReadOutcomeAsync()
    {
        if (View is not null || Watch.Study?.Run.State != RunState.Done || await ReadViewAsync() is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Watch.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads the outcome of a study that is done.</summary>
    /// <returns>Null when it is not there.</returns>
    protected abstract Task<TView?> ReadViewAsync();
}
