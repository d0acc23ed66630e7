namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// Turns targets into decisions. An order is due only when the target changes: a held position is not rebalanced each bar, and NaN
/// (no opinion) keeps what is held.
/// </summary>
internal sealed class DecisionTracker
{
    private double _wanted;

    /// <summary>The new wanted exposure, or null when nothing is to be done.</summary>
    public double? Decide(double target)
    {
        if (double.IsNaN(target) || target == _wanted)
        {
            return null;
        }

        _wanted = target;
        return target;
    }
}
