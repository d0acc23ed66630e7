namespace AlphaFactory.Engine.Optimization;

/// <summary>A sweep all sets of which are computed. What its best one is worth depends on how many tries there were, which others may have added to.</summary>
public sealed class SweepFindings
{
    private readonly Func<long, SweepOutcome> _outcome;

    internal SweepFindings(long sets, Func<long, SweepOutcome> outcome) => (Sets, _outcome) = (sets, outcome);

    /// <summary>Sets computed.</summary>
    public long Sets { get; }

    /// <summary>What it amounts to.</summary>
    /// <param name="trials">Tries of the strategy, this sweep included.</param>
    public SweepOutcome Outcome(long trials) => _outcome(trials);
}
