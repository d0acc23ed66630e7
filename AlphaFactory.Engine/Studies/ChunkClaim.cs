using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>A worker's right to a piece of a study. It ends when the piece is taken from it, so that a worker thought dead cannot count a piece twice.</summary>
/// <param name="RunId">The study.</param>
/// <param name="Ordinal">Which piece; 0 is the planning.</param>
/// <param name="Node">The worker.</param>
/// <param name="Attempt">Which start of the piece this is, from 1.</param>
internal sealed record ChunkClaim(string RunId, int Ordinal, string Node, int Attempt);

/// <summary>A piece that was claimed, and what is to be done.</summary>
/// <param name="Claim">The right to it.</param>
/// <param name="Task">What it is for.</param>
/// <param name="First">First number of a grid, first try of a search that learns, or the window.</param>
/// <param name="Size">How many numbers, tries or sets.</param>
/// <param name="Sets">The sets themselves where a search drew them; null otherwise.</param>
/// <param name="DataHash">Hash of the bars the study was planned on; empty before that.</param>
/// <param name="SetsPerSecond">Rate measured when it was planned; 0 before that.</param>
internal sealed record ChunkWork(ChunkClaim Claim, ChunkTask Task, long First, long Size, long[]? Sets, string DataHash, double SetsPerSecond);

/// <summary>What a worker hears when it reports.</summary>
/// <param name="Order">What to do.</param>
/// <param name="Done">Done in the whole study.</param>
/// <param name="Total">Of so many.</param>
internal sealed record ChunkAnswer(RunOrder Order, long Done, long Total);

/// <summary>A piece that lost its worker.</summary>
/// <param name="RunId">The study.</param>
/// <param name="Ordinal">The piece.</param>
/// <param name="Node">The worker that fell silent.</param>
/// <param name="State">What became of the study: Running, or Failed when it happened too often.</param>
internal sealed record RecoveredChunk(string RunId, int Ordinal, string Node, RunState State);

/// <summary>A piece that waits for a worker.</summary>
/// <param name="RunId">The study.</param>
/// <param name="Ordinal">The piece.</param>
internal sealed record DueChunk(string RunId, int Ordinal);
