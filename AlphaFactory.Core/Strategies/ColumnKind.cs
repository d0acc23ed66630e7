using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Core.Strategies;

/// <summary>One output of an indicator whose parameters follow from a few numbers. A strategy keeps one for each column it may ask for.</summary>
public sealed class ColumnKind
{
    private readonly Func<IndicatorEntry> _indicator;
    private readonly Func<ColumnKey, IndicatorParameters> _parameters;
    private readonly int _output;

    /// <summary>A column of a listed indicator.</summary>
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="parameters">Its parameters from the numbers of a key.</param>
    /// <param name="output">Place of the output in the indicator's list.</param>
    public ColumnKind(string indicator, Func<ColumnKey, IndicatorParameters> parameters, int output = 0)
        : this(() => IndicatorRegistry.Shipped().Get(indicator), parameters, output)
    {
    }

    /// <summary>A column of an indicator that may be the strategy's own.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="parameters">Its parameters from the numbers of a key.</param>
    /// <param name="output">Place of the output in the indicator's list.</param>
    internal ColumnKind(Func<IndicatorEntry> indicator, Func<ColumnKey, IndicatorParameters> parameters, int output = 0) =>
        (_indicator, _parameters, _output) = (indicator, parameters, output);

    internal IndicatorColumn Of(ColumnKey key) => new(_indicator(), _parameters(key), _output);
}
