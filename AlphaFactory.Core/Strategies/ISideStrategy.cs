using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// A strategy over columns that wants to be fully long, fully short or flat and can say so in bits. A sweep then jumps from one change to the next instead of walking through the
/// bars. One that is never short and needs no memory of its own is an <see cref="IHoldStrategy"/>.
/// </summary>
public interface ISideStrategy : IColumnStrategy
{
    /// <summary>What decides for set after set. For one thread.</summary>
    ISideDecider NewDecider();
}

/// <summary>Decides for one set of parameters after another, in memory of its own: what two sets have in common need not be worked out twice, and a set allocates nothing. For one thread.</summary>
public interface ISideDecider
{
    /// <summary>The last decision; it lasts until the next.</summary>
    SideBits Bits { get; }

    /// <summary>Decides on all bars.</summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="columns">The columns of <see cref="IColumnStrategy.Columns"/> over these bars.</param>
    /// <param name="parameters">An instance of the parameters record.</param>
    /// <remarks>Must agree with <see cref="IColumnStrategy.Decide"/> on every bar; see <see cref="SideBits.CopyTo"/>.</remarks>
    void Decide(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters);
}
