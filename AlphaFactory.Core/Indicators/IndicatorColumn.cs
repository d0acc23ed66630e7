namespace AlphaFactory.Core.Indicators;

/// <summary>One named column: an output of an indicator with its parameters.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Output">Place of the output in the indicator's list.</param>
public sealed record IndicatorColumn(IndicatorEntry Indicator, IndicatorParameters Parameters, int Output)
{
    /// <summary>The column's name, such as <c>macd_hist_12_26_9</c>.</summary>
    public string Name => Indicator.ColumnName(Output, Parameters);

    /// <summary>Bars without a value at the start of a series.</summary>
    public int WarmUpBars => Parameters.WarmUpBarsOf(Output);

    /// <summary>Resolves a name among the indicators of this program.</summary>
    /// <exception cref="IndicatorColumnException">No indicator has such a column, or a value in it is out of range.</exception>
    public static IndicatorColumn Parse(string name) => IndicatorRegistry.Shipped().Column(name);
}
