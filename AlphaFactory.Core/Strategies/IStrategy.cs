using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// A trading idea as a pure function: closed bars in, a target per bar out. The same object runs in a backtest, a sweep, and later
/// live, so it may not know the time, keep state between calls or look past the bar it decides on.
/// </summary>
public interface IStrategy
{
    /// <summary>Parameter values with a name, in the order in which they are offered; the defaults need no entry.</summary>
    IReadOnlyList<StrategyPreset> Presets => [];

    /// <summary>Writes the wanted exposure after the close of each bar.</summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="parameters">An instance of the parameters record this strategy was registered with.</param>
    /// <param name="target">One value per bar in [-1, 1], the fraction of what sizing allows; NaN where there is no opinion: before the warm-up is over, and where what was wanted before merely goes on. <c>target[t]</c> may depend on bars 0 to t only.</param>
    /// <remarks>
    /// After a stop or target a side is entered again at the next bar that asks for it while the bar before did not. A strategy of events therefore says 1 on
    /// the bars of its entry signals and NaN while it holds; one that names a state, such as "above the average", says 1 throughout and must lose the state first.
    /// </remarks>
    void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target);
}
