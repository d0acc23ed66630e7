namespace AlphaFactory.Engine.Studies;

/// <summary>What a run in process added to the trial ledger.</summary>
/// <param name="Strategy">Strategy the tries belong to, without its version.</param>
/// <param name="Before">Tries of it that were counted before the run.</param>
/// <param name="Sets">Sets the run evaluated, each once.</param>
/// <param name="Added">How many of them nobody had tried before.</param>
/// <param name="Trials">Tries there are now, which is the N of the deflated Sharpe ratio; where they could not be noted, as many as there can be at most.</param>
/// <param name="Fault">Why some were not noted, in words; null when all were.</param>
public sealed record TrialTally(string Strategy, long Before, long Sets, long Added, long Trials, string? Fault);
