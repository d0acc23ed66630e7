using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>A run that waits or computes, with how fast it moves.</summary>
/// <param name="Run">The run as last heard of.</param>
/// <param name="PerSecond">Steps a second; null while unknown.</param>
/// <param name="Left">Time left; null while unknown.</param>
public sealed record ActiveRun(RunRecord Run, double? PerSecond, TimeSpan? Left)
{
    /// <summary>Silence after which a worker is doubted.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>True when a running job has said nothing for longer than <see cref="Patience"/>.</summary>
    public bool IsSilent(DateTimeOffset now) => Run.State == RunState.Running && now - (Run.HeartbeatAt ?? Run.StartedAt ?? now) > Patience;
}
