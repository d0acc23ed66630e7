using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Carries signs of life between workers and pages: in process, or over Redis where it is configured. Losing a message only delays a page; the store is the truth.</summary>
public interface IProgressBus
{
    /// <summary>Tells every subscriber on every node.</summary>
    void Publish(RunProgress progress);

    /// <summary>Calls <paramref name="handler"/> from any thread until the returned object is disposed.</summary>
    IDisposable Subscribe(Action<RunProgress> handler);
}

/// <summary>A sign of life of one run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Its state now.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="At">When the worker said so.</param>
/// <param name="CancelRequested">True when a person asked to stop it: its worker obeys this at once, without waiting for the store.</param>
public sealed record RunProgress(string RunId, RunState State, long Done, long Total, DateTimeOffset At, bool CancelRequested = false)
{
    /// <summary>Of a study, the piece that says so; null otherwise.</summary>
    public ChunkProgress? Chunk { get; init; }
}

/// <summary>How far one piece of a study is.</summary>
/// <param name="Node">Its worker.</param>
/// <param name="Ordinal">Which piece, from 1; 0 is the planning, and one past the last the conclusion.</param>
/// <param name="Done">Done of it.</param>
/// <param name="Total">Of so many.</param>
public sealed record ChunkProgress(string Node, int Ordinal, long Done, long Total);
