namespace AlphaFactory.Engine.Studies;

/// <summary>Where a piece of a study is in its life.</summary>
internal enum ChunkState
{
    /// <summary>Others must be done first.</summary>
    Waiting,

    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker computes it.</summary>
    Running,

    /// <summary>Its rows are stored.</summary>
    Done,
}

/// <summary>What a piece of a study is for.</summary>
internal enum ChunkTask
{
    /// <summary>Cuts the study into pieces.</summary>
    Plan,

    /// <summary>Computes sets, or a window.</summary>
    Work,

    /// <summary>Puts the pieces together; there is one, and it waits for all others.</summary>
    Conclude,

    /// <summary>Rows that the conclusion had to compute: neighbours of the best sets of a search that did not try them.</summary>
    Neighbours,
}
