namespace AlphaFactory.Engine.Studies;

/// <summary>How a study is cut.</summary>
/// <param name="DataHash">Hash of the bars it is cut for.</param>
/// <param name="ChunkSize">Numbers or tries of a piece.</param>
/// <param name="SetsPerSecond">The measured rate the size was chosen by.</param>
/// <param name="IsSequential">True when each piece needs the rows of those before it.</param>
/// <param name="Chunks">The pieces in order.</param>
internal sealed record StudyPlan(string DataHash, long ChunkSize, double SetsPerSecond, bool IsSequential, IReadOnlyList<PlannedChunk> Chunks);

/// <summary>One piece of a plan.</summary>
/// <param name="Key">Key of its content: the same key always has the same rows.</param>
/// <param name="First">See <see cref="ChunkWork"/>.</param>
/// <param name="Size">Likewise.</param>
/// <param name="Sets">Likewise.</param>
internal sealed record PlannedChunk(string Key, long First, long Size, long[]? Sets = null);
