using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// A strategy that decides from named indicator columns. Whoever tries many parameter sets computes each column once for all sets that
/// ask for it, and hands it in; the targets are the same to the last bit as those of <see cref="IStrategy.Decide"/>.
/// </summary>
public interface IColumnStrategy : IStrategy
{
    /// <summary>The columns it needs with these parameters. Equal columns are equal records, so they can be shared.</summary>
    IReadOnlyList<IndicatorColumn> Columns(StrategyParameters parameters);

    /// <summary>The same columns as keys, without allocation: what a sweep asks once a set.</summary>
    /// <param name="parameters">An instance of the parameters record.</param>
    /// <param name="keys">Takes the keys in the order of <see cref="Columns"/>; what it held before goes.</param>
    /// <returns>False when the strategy has no keys for its columns.</returns>
    bool TryKeys(StrategyParameters parameters, List<ColumnKey> keys) => false;

    /// <summary>Writes the targets from columns that are already there. Allocates nothing, unless the strategy keeps what it needs in a <see cref="ISideDecider"/>.</summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="columns">The columns of <see cref="Columns"/> over these bars, in its order.</param>
    /// <param name="parameters">An instance of the parameters record this strategy was registered with.</param>
    /// <param name="target">See <see cref="IStrategy.Decide"/>.</param>
    void Decide(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<double> target);
}
