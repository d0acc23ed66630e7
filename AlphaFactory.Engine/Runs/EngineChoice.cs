namespace AlphaFactory.Engine.Runs;

/// <summary>What computes a run.</summary>
public enum EngineChoice
{
    /// <summary>The kernel where it supports everything asked for, the event engine otherwise; the result says which.</summary>
    Auto,

    /// <summary>The event engine, bar by bar with a full trade log.</summary>
    Event,

    /// <summary>The sweep kernel; what it does not support is refused.</summary>
    Kernel,
}
