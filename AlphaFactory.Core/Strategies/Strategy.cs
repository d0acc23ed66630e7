using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Base of a strategy: ties it to the record its parameters are declared in.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class Strategy<TParameters> : IStrategy
    where TParameters : StrategyParameters, new()
{
    /// <inheritdoc/>
    public virtual IReadOnlyList<StrategyPreset> Presets => [];

    /// <inheritdoc/>
    public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target) =>
        Decide(bars, (TParameters)parameters, target);

    /// <summary>Writes the wanted exposure after the close of each bar; see <see cref="IStrategy.Decide"/>.</summary>
    protected abstract void Decide(BarSeries bars, TParameters parameters, Span<double> target);
}
