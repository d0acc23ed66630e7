namespace AlphaFactory.Engine.Runs;

/// <summary>A worker's right to a run. It ends when the run is taken from it, so that a worker thought dead cannot write over its successor.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Node">The worker.</param>
/// <param name="Attempt">Which start of the run this is, from 1.</param>
public sealed record RunClaim(string RunId, string Node, int Attempt);

/// <summary>What a worker must do after a report.</summary>
public enum RunOrder
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>A person asked to stop: end and mark the run cancelled.</summary>
    Cancel,

    /// <summary>The claim is no longer good: end and write nothing.</summary>
    Abandon,
}

/// <summary>A run that had lost its worker.</summary>
/// <param name="Id">The run.</param>
/// <param name="Node">The worker that fell silent.</param>
/// <param name="State">Queued, Cancelled or Failed: what became of it.</param>
public sealed record RecoveredRun(string Id, string Node, RunState State);

/// <summary>One line of a run's log.</summary>
/// <param name="Number">Rises with time, over all runs.</param>
/// <param name="At">When.</param>
/// <param name="Level"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Text">What happened.</param>
public sealed record RunLogLine(long Number, DateTimeOffset At, string Level, string Text);
