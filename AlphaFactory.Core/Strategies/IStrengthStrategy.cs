using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>A strategy that also says how sure it is: what a portfolio ranks its candidates by, and a page draws below the price.</summary>
public interface IStrengthStrategy : IStrategy
{
    /// <summary>Writes how strongly the bars up to each close speak for its target.</summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="parameters">An instance of the parameters record this strategy was registered with.</param>
    /// <param name="strength">One value per bar in [0, 1]; NaN during the warm-up. <c>strength[t]</c> may depend on bars 0 to t only.</param>
    void Rate(BarSeries bars, StrategyParameters parameters, Span<double> strength);
}
