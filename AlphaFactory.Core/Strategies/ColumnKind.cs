using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Core.Strategies;

/// <summary>One output of an indicator whose parameters follow from a few numbers. A strategy keeps one for each column it may ask for.</summary>
/// <param name="indicator">Id of the indicator.</param>
/// <param name="parameters">Its parameters from the numbers of a key.</param>
/// <param name="output">Place of the output in the indicator's list.</param>
public sealed class ColumnKind(string indicator, Func<ColumnKey, IndicatorParameters> parameters, int output = 0)
{
    internal IndicatorColumn Of(ColumnKey key) => new(IndicatorRegistry.Shipped().Get(indicator), parameters(key), output);
}
