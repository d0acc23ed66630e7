using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Base of a strategy that is a rule over indicator columns: says which, and decides bar by bar.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class IndicatorStrategy<TParameters> : Strategy<TParameters>, IColumnStrategy
    where TParameters : StrategyParameters, new()
{
    /// <inheritdoc/>
    public IReadOnlyList<IndicatorColumn> Columns(StrategyParameters parameters)
    {
        var keys = new List<ColumnKey>();
        Columns((TParameters)parameters, keys);
        return [.. keys.Select(key => key.Column)];
    }

    /// <inheritdoc/>
    public bool TryKeys(StrategyParameters parameters, List<ColumnKey> keys)
    {
        keys.Clear();
        Columns((TParameters)parameters, keys);
        return true;
    }

    /// <inheritdoc/>
    public void Decide(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<double> target) =>
        Decide(bars, columns, (TParameters)parameters, target);

    /// <summary>Adds the columns it needs with these parameters, in the order in which it reads them; allocates nothing.</summary>
    protected abstract void Columns(TParameters parameters, List<ColumnKey> columns);

    /// <summary>See <see cref="IColumnStrategy.Decide"/>.</summary>
    protected abstract void Decide(BarSeries bars, in StrategyColumns columns, TParameters parameters, Span<double> target);

    /// <inheritdoc/>
    protected sealed override void Decide(BarSeries bars, TParameters parameters, Span<double> target) =>
        Decide(bars, new StrategyColumns(Compute(bars, parameters), bars.Count), parameters, target);

    /// <summary>The columns over these bars, computed here and now.</summary>
    protected double[][] Compute(BarSeries bars, TParameters parameters)
    {
        var plan = new IndicatorPlan(IndicatorRegistry.Shipped(), Columns((StrategyParameters)parameters));
        return plan.Compute(bars).ToArrays();
    }
}
