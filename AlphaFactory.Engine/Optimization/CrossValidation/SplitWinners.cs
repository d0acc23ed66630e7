using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>
/// The best set of each split on its training days, of those looked at. For one thread; what several of them found can be put together, and is then
/// the same in whatever order they looked.
/// </summary>
internal sealed class SplitWinners(IReadOnlyList<TimeSplit> splits, SweepObjective objective)
{
    private readonly (long Set, double Objective)?[] _best = new (long, double)?[splits.Count];

    /// <summary>The best set of each split and its objective; null where no set has one.</summary>
    public IReadOnlyList<(long Set, double Objective)?> Best => _best;

    /// <summary>Looks at a set.</summary>
    /// <param name="set">Its number.</param>
    /// <param name="returns">Its return of each day of the period.</param>
    public void Look(long set, double[] returns)
    {
        for (int split = 0; split < _best.Length; split++)
        {
            // Nothing but training days is read here: what a split tests cannot reach its choice.
            Take(split, set, objective.Of(Performance.FromReturns(SplitDays.Of(returns, splits[split].Train))));
        }
    }

    /// <summary>Takes what another has found.</summary>
    public void Take(SplitWinners other)
    {
        for (int split = 0; split < _best.Length; split++)
        {
            if (other._best[split] is var (set, value))
            {
                Take(split, set, value);
            }
        }
    }

    /// <summary>Takes a set for one split, where it is better than the best so far.</summary>
    public void Take(int split, long set, double value)
    {
        if (!double.IsNaN(value) && (_best[split] is not var (leader, highest) || value > highest || (value == highest && set < leader)))
        {
            _best[split] = (set, value);
        }
    }
}
