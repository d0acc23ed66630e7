namespace AlphaFactory.Core.Indicators;

/// <summary>
/// Base of every indicator's parameters record; initialiser = default, <c>[Range]</c>, <c>[Display]</c>, <c>[Unit]</c> and <c>[Sweep]</c> as
/// for strategies. Records of equal values are equal, so a computed column is found again by its parameters.
/// </summary>
public abstract record IndicatorParameters
{
    /// <summary>Bars without a value at the start of a series: the 0-based place of the first value of the last output to start.</summary>
    public abstract int WarmUpBars { get; }

    /// <summary>The same for one output; differs only where outputs start at different bars.</summary>
    /// <param name="output">Place of the output in the indicator's list.</param>
    public virtual int WarmUpBarsOf(int output) => WarmUpBars;
}
