using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Starts studies in the background and says beforehand what they will cost. They are cancelled and retried as any run, by <see cref="Jobs.IJobs"/>.</summary>
public interface IStudies
{
    /// <summary>Checks the study, stores it as a queued run and schedules it.</summary>
    /// <exception cref="RunSpecException">It is not valid; every fault is listed and nothing was stored.</exception>
    Task<RunRecord> StartAsync(StudySpec spec, string by, CancellationToken cancellationToken);

    /// <summary>Measures a few sets and says how large the study is and how long it takes. Starts and stores nothing.</summary>
    /// <exception cref="RunSpecException">It is not valid; every fault is listed.</exception>
    Task<StudyEstimate> EstimateAsync(StudySpec spec, CancellationToken cancellationToken);
}
