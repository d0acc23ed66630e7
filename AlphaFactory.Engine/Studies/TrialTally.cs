namespace AlphaFactory.Engine.Studies;

/// <summary>What a run in process added to the trial ledger.</summary>
/// <param name="Strategy">Strategy the tries belong to, without its version.</param>
/// <param name="Before">Tries of it that were counted before the run.</param>
/// <param name="Sets">Sets the run evaluated, each once.</param>
/// <param name="Added">How many of them nobody had tried before.</param>
/// <param name="Trials">Tries there are now, which is the N of the deflated Sharpe ratio; after a fault, the most that were seen and all sets of the run that are not among them.</param>
/// <param name="IsNoted">True when all of the sets are in the ledger.</param>
/// <param name="Fault">Why some were not noted, or why nobody can say how many tries there are now; null when all went well.</param>
public sealed record TrialTally(string Strategy, long Before, long Sets, long Added, long Trials, bool IsNoted, string? Fault);
