using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Base of a strategy that is a rule over indicator columns: says which, and decides bar by bar.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class IndicatorStrategy<TParameters> : Strategy<TParameters>, IColumnStrategy
    where TParameters : StrategyParameters, new()
{
    /// <inheritdoc/>
    public IReadOnlyList<IndicatorColumn> Columns(StrategyParameters parameters) => Columns((TParameters)parameters);

    /// <inheritdoc/>
    public void Decide(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<double> target) =>
        Decide(bars, columns, (TParameters)parameters, target);

    /// <summary>A column of a registered indicator.</summary>
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="output">Place of the output in the indicator's list.</param>
    protected static IndicatorColumn Column(string indicator, IndicatorParameters parameters, int output = 0) =>
        new(IndicatorRegistry.Shipped().Get(indicator), parameters, output);

    /// <summary>See <see cref="IColumnStrategy.Columns"/>.</summary>
    protected abstract IReadOnlyList<IndicatorColumn> Columns(TParameters parameters);

    /// <summary>See <see cref="IColumnStrategy.Decide"/>.</summary>
    protected abstract void Decide(BarSeries bars, in StrategyColumns columns, TParameters parameters, Span<double> target);

    /// <inheritdoc/>
    protected sealed override void Decide(BarSeries bars, TParameters parameters, Span<double> target) =>
        Decide(bars, new StrategyColumns(Compute(bars, parameters), bars.Count), parameters, target);

    /// <summary>The columns over these bars, computed here and now.</summary>
    protected double[][] Compute(BarSeries bars, TParameters parameters)
    {
        var plan = new IndicatorPlan(IndicatorRegistry.Shipped(), Columns(parameters));
        return plan.Compute(bars).ToArrays();
    }
}
