using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators;

/// <summary>Base of an indicator: ties it to the record its parameters are declared in.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class Indicator<TParameters> : IIndicator
    where TParameters : IndicatorParameters, new()
{
    /// <inheritdoc/>
    public abstract IReadOnlyList<IndicatorOutput> Outputs { get; }

    /// <inheritdoc/>
    public Type ParametersType => typeof(TParameters);

    /// <inheritdoc/>
    public PriceFields? InputsOf(IndicatorParameters parameters) => InputsOf((TParameters)parameters);

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources(IndicatorParameters parameters) => Sources((TParameters)parameters);

    /// <inheritdoc/>
    public int ScratchLength(IndicatorParameters parameters, int bars) => ScratchLength((TParameters)parameters, bars);

    /// <inheritdoc/>
    public void Compute(in BarColumns bars, IndicatorParameters parameters, in OutputColumns outputs) =>
        Compute(bars, (TParameters)parameters, outputs);

    /// <inheritdoc/>
    public abstract Reading Read(in ReadingInput input);

    /// <summary>See <see cref="IIndicator.InputsOf"/>.</summary>
    protected virtual PriceFields? InputsOf(TParameters parameters) => null;

    /// <summary>See <see cref="IIndicator.Sources"/>.</summary>
    protected virtual IReadOnlyList<string> Sources(TParameters parameters) => [];

    /// <summary>See <see cref="IIndicator.ScratchLength"/>.</summary>
    protected virtual int ScratchLength(TParameters parameters, int bars) => 0;

    /// <summary>See <see cref="IIndicator.Compute"/>.</summary>
    protected abstract void Compute(in BarColumns bars, TParameters parameters, in OutputColumns outputs);
}
