namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>Where a strategy or a deployment stands.</summary>
/// <param name="Stage">The highest stage all of whose gates, and those below, pass.</param>
/// <param name="Gates">Every gate, in the order of the ladder.</param>
/// <param name="Drifts">Days on which what had been shown was lost, oldest first.</param>
public sealed record LadderState(LadderStage Stage, IReadOnlyList<Gate> Gates, IReadOnlyList<Drift> Drifts)
{
    /// <summary>The next stage; null at the top.</summary>
    public LadderStage? Next => Stage == LadderStage.Full ? null : Stage + 1;

    /// <summary>The gates of the next stage that do not pass yet.</summary>
    public IReadOnlyList<Gate> Ahead => [.. Gates.Where(gate => gate.Stage == Next && !gate.Passes)];
}
