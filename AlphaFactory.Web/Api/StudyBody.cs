using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Api;

/// <summary>A study as the API shows it.</summary>
public sealed record StudyBody
{
    public required RunBody Run { get; init; }
    public required StudyPhase Phase { get; init; }
    public required int ChunksDone { get; init; }
    public required int ChunksTotal { get; init; }
    public required long Done { get; init; }
    public required long Total { get; init; }
    public required double? PerSecond { get; init; }
    public required double? SecondsLeft { get; init; }
    public required StudyBest? Best { get; init; }
    public required IReadOnlyList<StudyWorker> Workers { get; init; }

    /// <summary>The study as a file that starts it again.</summary>
    public required string Spec { get; init; }

    internal static StudyBody Of(StudyState state) => new()
    {
        Run = RunBody.Of(state.Run),
        Phase = state.Phase,
        ChunksDone = state.ChunksDone,
        ChunksTotal = state.ChunksTotal,
        Done = state.Done,
        Total = state.Total,
        PerSecond = state.PerSecond,
        SecondsLeft = state.Left?.TotalSeconds,
        Best = state.Best,
        Workers = state.Workers,
        Spec = StudyYaml.Write(state.Spec),
    };
}
