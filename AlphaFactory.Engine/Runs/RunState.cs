namespace AlphaFactory.Engine.Runs;

/// <summary>Where a run is in its life. Only Queued and Running can still change by themselves.</summary>
public enum RunState
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker computes it.</summary>
    Running,

    /// <summary>Finished with a result.</summary>
    Done,

    /// <summary>Ended by an error that is stored with it.</summary>
    Failed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,
}
