namespace AlphaFactory.Engine.Jobs;

/// <summary>The queue as this process sees it, for whatever watches the process.</summary>
public interface IJobHealth
{
    /// <summary>True when this process does its part: a worker takes runs, a web node can hand them in.</summary>
    Task<bool> IsAliveAsync(CancellationToken cancellationToken);
}
