using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Starts, stops and repeats runs in the background. They outlive the page and the process.</summary>
public interface IJobs
{
    /// <summary>Checks the spec, stores a queued run and schedules it.</summary>
    /// <exception cref="RunSpecException">The spec is not valid; nothing was stored.</exception>
    Task<RunRecord> StartAsync(RunSpec spec, string by, CancellationToken cancellationToken);

    /// <summary>Asks for a stop, on whichever node the run is.</summary>
    Task CancelAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>Puts an ended run back in the queue.</summary>
    Task RetryAsync(string id, string by, CancellationToken cancellationToken);
}
