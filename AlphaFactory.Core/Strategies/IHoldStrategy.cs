using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// A strategy over columns that, with some of its parameters, is either fully long or flat and can say so in one bit a bar. A sweep then
/// jumps from one change to the next instead of walking through the bars.
/// </summary>
public interface IHoldStrategy : IColumnStrategy
{
    /// <summary>True when the bits held say all there is: the strategy names a state. False when it asks again at every entry signal, and says so in bits of their own.</summary>
    bool BitsSayAll => true;

    /// <summary>Sets bit t (bit <c>t % 64</c> of word <c>t / 64</c>) when 1 is wanted after the close of bar t, also where that merely goes on; clears all others.</summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="columns">The columns of <see cref="IColumnStrategy.Columns"/> over these bars.</param>
    /// <param name="parameters">An instance of the parameters record.</param>
    /// <param name="held">(bars + 63) / 64 words.</param>
    /// <param name="anew">
    /// As many words. Where <see cref="BitsSayAll"/> is false, bit t is set when 1 is asked for on bar t itself: at the entry, and at each later signal while it is held. Left
    /// as it is otherwise.
    /// </param>
    /// <returns>False when these parameters ask for more than long and flat; <paramref name="held"/> means nothing then.</returns>
    /// <remarks>Must agree with <see cref="IColumnStrategy.Decide"/> on every bar, where 0 and NaN before the first opinion are flat; the contract suite compares the two.</remarks>
    bool TryHold(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<ulong> held, Span<ulong> anew);
}
