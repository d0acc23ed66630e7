using AlphaFactory.Core.Exits;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// Turns targets into decisions. An order is due only when the target changes: a held position is not rebalanced each bar, and NaN
/// (no opinion) keeps what is held. After an exit by rule the side is closed until a fresh signal.
/// </summary>
internal struct DecisionTracker(ReEntry reEntry)
{
    private const int NoSide = 2;

    private readonly ReEntry _reEntry = reEntry;
    private double _wanted;
    private int _closedSide;
    private int _sideBefore = NoSide;

    /// <summary>The new wanted exposure, or NaN when nothing is to be done.</summary>
    public double Decide(double target)
    {
        if (double.IsNaN(target))
        {
            _sideBefore = NoSide;
            return double.NaN;
        }

        int side = Math.Sign(target);
        bool isFresh = side != _sideBefore;
        _sideBefore = side;
        if (_closedSide != 0)
        {
            if (side == _closedSide && !isFresh)
            {
                return double.NaN;
            }

            _closedSide = 0;
        }

        if (target == _wanted)
        {
            return double.NaN;
        }

        return _wanted = target;
    }

    /// <summary>Learns that a rule closed a position.</summary>
    /// <param name="side">Side that was left.</param>
    /// <param name="due">Order that waits; one on the same side is dropped.</param>
    public void LeftByRule(int side, ref DueOrder due)
    {
        if (!due.IsDue || Math.Sign(due.Wanted) == side)
        {
            due = DueOrder.None;
            _wanted = 0;
        }

        if (_reEntry == ReEntry.FreshSignal)
        {
            _closedSide = side;
        }
    }
}
